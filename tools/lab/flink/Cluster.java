package lab;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogBaseTable;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.command.SetOperation;

/**
 * A cluster of Flink in a process of its own, so that it can be killed, with the configuration file and the SQL job of a
 * folder. Flink itself reads both; only addresses, names of topics and directories are exchanged for those of the lab.
 * It prints the address of its REST API and the id of the job, or ends if Flink refuses the job.
 */
public final class Cluster {
    /** Where checkpoints go. The first key is the one of releases before 1.20. */
    private static final String[] CHECKPOINTS = {"state.checkpoints.dir", "execution.checkpointing.dir"};

    private Cluster() {}

    /** Takes the folder of the configuration, the file of the job, and what is exchanged. */
    public static void main(String[] args) {
        try {
            run(args);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // whatever thread of the cluster is left
        }
    }

    private static void run(String[] args) throws Exception {
        Properties lab = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[2]))) {
            lab.load(in);
        }
        Configuration conf = GlobalConfiguration.loadConfiguration(args[0]);
        for (String key : CHECKPOINTS) {
            if (conf.containsKey(key)) {
                conf.setString(key, lab.getProperty("checkpoints"));
            }
        }
        if (!conf.containsKey("parallelism.default")) {
            conf.setString("parallelism.default", "1"); // as on any other cluster, where this one would take the number of cores
        }
        conf.setString("rest.address", "127.0.0.1");
        conf.setString("rest.bind-port", "0");
        System.setProperty("lab.slow-from", lab.getProperty("slow-from", Integer.toString(Integer.MAX_VALUE)));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
            .setConfiguration(conf).setNumTaskManagers(1).setNumSlotsPerTaskManager(2).build());
        cluster.start();
        URI rest = cluster.getRestAddress().get();
        conf.setString("rest.address", rest.getHost());
        conf.setString("rest.port", Integer.toString(rest.getPort()));
        conf.setString("execution.target", "remote");
        conf.setString("execution.attached", "false");
        if (lab.containsKey("restore")) {
            conf.setString("execution.savepoint.path", lab.getProperty("restore"));
        }
        TableEnvironment env = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().withConfiguration(conf).build());
        String job = submit(env, Files.readString(Path.of(args[1])), lab);
        System.out.println(rest + " " + job);
        Thread.currentThread().join();
    }

    /** Executes all statements, a blank line between them, and returns the id of the job that the last one is. */
    private static String submit(TableEnvironment env, String statements, Properties lab) throws Exception {
        TableResult result = null;
        for (String statement : statements.split(";\\s*(\n\n|$)")) {
            result = execute(env, statement, lab);
        }
        return result.getJobClient().orElseThrow().getJobID().toString();
    }

    /** Executes a statement as Flink's SQL client does, which knows SET. */
    private static TableResult execute(TableEnvironment env, String statement, Properties lab) throws Exception {
        Operation operation = ((TableEnvironmentInternal) env).getParser().parse(statement).get(0);
        if (operation instanceof SetOperation set) {
            env.getConfig().set(set.getKey().orElseThrow(), set.getValue().orElseThrow());
            return null;
        }
        TableResult result = env.executeSql(statement);
        Catalog catalog = env.getCatalog(env.getCurrentCatalog()).orElseThrow();
        for (String name : catalog.listTables(env.getCurrentDatabase())) {
            ObjectPath path = new ObjectPath(env.getCurrentDatabase(), name);
            CatalogBaseTable table = catalog.getTable(path);
            if (table instanceof CatalogTable written) {
                catalog.alterTable(path, written.copy(exchanged(written.getOptions(), lab)), false);
            }
        }
        return result;
    }

    /** The options of a table with the addresses and names of the lab. */
    private static Map<String, String> exchanged(Map<String, String> options, Properties lab) {
        Map<String, String> all = new TreeMap<>(options);
        all.computeIfPresent("properties.bootstrap.servers", (key, value) -> lab.getProperty("bootstrap"));
        all.computeIfPresent("hosts", (key, value) -> lab.getProperty("hosts"));
        all.computeIfPresent("topic", (key, value) -> lab.getProperty("topic." + value, value));
        all.computeIfPresent("sink.transactional-id-prefix", (key, value) -> value + "-" + lab.getProperty("run"));
        return all;
    }
}
