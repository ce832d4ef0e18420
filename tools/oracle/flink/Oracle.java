import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.runtime.blob.BlobUtils;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.runtime.state.CheckpointStorageLoader;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads configuration files and plans statements as Flink does. It first prints the keys
 * of all options on the class path in one line. Then every line of the input is the kind
 * and the file, every line of the output the exception and its causes, in Base64 and
 * separated by blanks.
 */
public class Oracle {
    private static final Map<String, ConfigOption<?>> OPTIONS = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        collect();
        out.println(String.join(" ", OPTIONS.keySet()));
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] question = line.split(" ", 2);
            List<String> why = new ArrayList<>();
            try {
                if (question[0].equals("conf")) {
                    configure(new File(question[1]).getParent());
                } else {
                    plan(Files.readString(Path.of(question[1])));
                }
            } catch (Throwable t) {
                for (Throwable cause = t; cause != null && why.size() < 8; cause = cause.getCause()) {
                    String text = cause.getClass().getName() + ": " + cause.getMessage();
                    why.add("=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
                }
            }
            out.println(String.join(" ", why));
            out.flush();
        }
        System.exit(0);
    }

    /** The options are in the static fields of classes that are called ...Options. */
    private static void collect() throws Exception {
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!path.endsWith(".jar") || !path.contains("flink") || path.contains("planner-loader")) {
                continue;
            }
            try (JarFile jar = new JarFile(path)) {
                jar.stream().map(e -> e.getName()).filter(n -> n.startsWith("org/apache/flink/") && n.endsWith("Options.class"))
                        .sorted().forEach(n -> options(n.substring(0, n.length() - 6).replace('/', '.')));
            }
        }
    }

    private static void options(String name) {
        if (name.contains(".connector") || name.contains(".formats")) {
            return; // of tables
        }
        try {
            for (Field f : Class.forName(name).getDeclaredFields()) {
                if (Modifier.isStatic(f.getModifiers()) && Modifier.isPublic(f.getModifiers()) && f.getType() == ConfigOption.class) {
                    ConfigOption<?> option = (ConfigOption<?>) f.get(null);
                    OPTIONS.put(option.key(), option);
                }
            }
        } catch (Throwable t) {
            // a class that needs what is not here holds no options that could be read here
        }
    }

    /** What reading every option and running a small program does. */
    private static void configure(String dir) throws Exception {
        Configuration conf = GlobalConfiguration.loadConfiguration(dir);
        for (ConfigOption<?> option : OPTIONS.values()) {
            if (conf.contains(option)) {
                conf.get(option);
            }
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(conf);
        env.fromSequence(1, 2).print();
        env.getStreamGraph().getJobGraph();
        // The master of the job does the same before it runs.
        ClassLoader loader = Oracle.class.getClassLoader();
        Logger log = LoggerFactory.getLogger(Oracle.class);
        StateBackend backend = StateBackendLoader.loadStateBackendFromConfig(conf, loader, log);
        checkpointStorage(conf, backend == null ? new HashMapStateBackend() : backend, loader, log);
        restartStrategy(conf);
        // The cluster does that before.
        HighAvailabilityMode mode = HighAvailabilityMode.fromConfig(conf);
        if (mode == HighAvailabilityMode.FACTORY_CLASS) {
            Class.forName(conf.get(HighAvailabilityOptions.HA_MODE), false, loader);
        } else if (mode != HighAvailabilityMode.NONE) {
            BlobUtils.createBlobStoreFromConfig(conf).close();
        }
    }

    /** Until 1.17, the cluster's configuration alone is asked; then the job's, too. */
    private static void checkpointStorage(Configuration conf, StateBackend backend, ClassLoader loader, Logger log) throws Exception {
        Method load = Stream.of(CheckpointStorageLoader.class.getMethods()).filter(m -> m.getName().equals("load")).findAny().get();
        boolean savepoints = Stream.of(load.getParameterTypes()).anyMatch(t -> t == org.apache.flink.core.fs.Path.class);
        invoke(load, savepoints
                ? new Object[] {null, null, backend, conf, loader, log}
                : new Object[] {null, backend, conf, conf, loader, log});
    }

    /** The class is elsewhere from 1.19 on, and 2.0 has no strategies of programs any more. */
    private static void restartStrategy(Configuration conf) throws Exception {
        String in = "org.apache.flink.runtime.executiongraph.failover.";
        String name = "RestartBackoffTimeStrategyFactoryLoader";
        Class<?> loader;
        try {
            loader = Class.forName(in + name);
        } catch (ClassNotFoundException e) {
            loader = Class.forName(in + "flip1." + name);
        }
        Method create = Stream.of(loader.getMethods())
                .filter(m -> m.getName().equals("createRestartBackoffTimeStrategyFactory")).findAny().get();
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : create.getParameterTypes()) {
            if (type == Configuration.class) {
                arguments.add(conf);
            } else if (type == boolean.class) {
                arguments.add(true);
            } else {
                arguments.add(Class.forName("org.apache.flink.api.common.restartstrategy.RestartStrategies")
                        .getMethod("fallBackRestart").invoke(null));
            }
        }
        invoke(create, arguments.toArray());
    }

    private static void invoke(Method method, Object[] arguments) throws Exception {
        try {
            method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    /** Statements are separated by lines of "--". The last one is explained. */
    private static void plan(String script) {
        Configuration conf = new Configuration();
        conf.setString("table.exec.sink.require-on-conflict", "false"); // of the query, not of the sink
        TableEnvironment env = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().withConfiguration(conf).build());
        String[] statements = script.split("\n--\n");
        for (int i = 0; i < statements.length; i++) {
            String statement = statements[i].strip().replaceAll(";$", "");
            if (i < statements.length - 1) {
                env.executeSql(statement);
            } else {
                env.explainSql(statement);
            }
        }
    }
}
