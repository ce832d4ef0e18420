import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.abilities.SupportsOverwrite;
import org.apache.flink.table.connector.sink.abilities.SupportsPartitioning;
import org.apache.flink.table.connector.sink.abilities.SupportsWritingMetadata;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.gateway.api.operation.OperationHandle;
import org.apache.flink.table.gateway.api.session.SessionEnvironment;
import org.apache.flink.table.gateway.api.session.SessionHandle;
import org.apache.flink.table.gateway.rest.util.SqlGatewayRestAPIVersion;
import org.apache.flink.table.gateway.service.context.DefaultContext;
import org.apache.flink.table.gateway.service.context.SessionContext;
import org.apache.flink.table.gateway.service.operation.OperationExecutor;
import org.apache.flink.table.module.Module;
import org.apache.flink.table.operations.BeginStatementSetOperation;
import org.apache.flink.table.operations.CreateTableASOperation;
import org.apache.flink.table.operations.EndStatementSetOperation;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.table.operations.StatementSetOperation;
import org.apache.flink.table.operations.UseOperation;
import org.apache.flink.table.operations.command.ResetOperation;
import org.apache.flink.table.operations.command.SetOperation;
import org.apache.flink.table.operations.ddl.AlterOperation;
import org.apache.flink.table.operations.ddl.CreateOperation;
import org.apache.flink.table.operations.ddl.DropOperation;
import org.apache.flink.table.planner.operations.PlannerQueryOperation;
import org.apache.flink.table.planner.plan.schema.TableSourceTable;
import org.apache.flink.table.types.DataType;

/**
 * Executes scripts in sessions of Flink's SQL gateway, as its SQL client does, but for the
 * jobs, which are only planned. Every line of the input is a script, {"keys": [...],
 * "statements": [...]}. Every line of the output tells for each of its INSERTs the table that
 * is written, those that are read, and what the keys of the configuration amount to; and which
 * statements fail. These change nothing.
 */
public class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, ConfigOption<String>> names = names();
        ExecutorService pool = Executors.newCachedThreadPool(r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
        });
        DefaultContext context = new DefaultContext(new Configuration(), List.of());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode script = JSON.readTree(line);
            SessionEnvironment environment = SessionEnvironment.newBuilder()
                    .setSessionEndpointVersion(SqlGatewayRestAPIVersion.getDefaultVersion())
                    .registerModuleAtHead("standin", new StandIns()).build();
            SessionContext session = SessionContext.create(context, SessionHandle.create(), environment, pool);
            session.open();
            Script run = new Script(session, names, script.get("keys"));
            for (JsonNode statement : script.get("statements")) {
                run.statement(statement.asText());
            }
            session.close();
            out.println(JSON.writeValueAsString(Map.of("inserts", run.inserts, "failed", run.failed)));
            out.flush();
        }
    }

    /** The options that Flink asks for, by all of their names, as texts. They are in static fields of classes called ...Options. */
    private static Map<String, ConfigOption<String>> names() throws Exception {
        Map<String, ConfigOption<String>> byKey = new TreeMap<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!path.endsWith(".jar")) {
                continue;
            }
            try (JarFile jar = new JarFile(path)) {
                for (JarEntry e : (Iterable<JarEntry>) jar.stream()::iterator) {
                    if (e.getName().startsWith("org/apache/flink/") && e.getName().endsWith("Options.class")) {
                        collect(e.getName().replace('/', '.').replace(".class", ""), byKey);
                    }
                }
            }
        }
        Map<String, ConfigOption<String>> names = new HashMap<>(byKey);
        for (ConfigOption<String> option : byKey.values()) {
            for (FallbackKey key : option.fallbackKeys()) {
                names.putIfAbsent(key.getKey(), option);
            }
        }
        return names;
    }

    private static void collect(String name, Map<String, ConfigOption<String>> byKey) {
        try {
            for (Field f : Class.forName(name, true, Oracle.class.getClassLoader()).getFields()) {
                if (Modifier.isStatic(f.getModifiers()) && f.getType() == ConfigOption.class) {
                    ConfigOption<?> option = (ConfigOption<?>) f.get(null);
                    List<String> deprecated = new ArrayList<>();
                    for (FallbackKey key : option.fallbackKeys()) {
                        deprecated.add(key.getKey());
                    }
                    ConfigOption<String> text = ConfigOptions.key(option.key()).stringType().noDefaultValue()
                            .withDeprecatedKeys(deprecated.toArray(new String[0]));
                    byKey.merge(option.key(), text, (a, b) -> count(a) >= count(b) ? a : b);
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            // a class that needs what is not here holds no options that could be read here
        }
    }

    private static int count(ConfigOption<?> option) {
        int n = 0;
        for (FallbackKey ignored : option.fallbackKeys()) {
            n++;
        }
        return n;
    }

    /** A script while it is executed. */
    private static class Script {
        final List<Map<String, Object>> inserts = new ArrayList<>();
        final List<Map<String, Object>> failed = new ArrayList<>();
        private final SessionContext session;
        private final Map<String, ConfigOption<String>> names;
        private final JsonNode keys;
        /** The gateway makes one for each statement; it is another one only if the configuration is. */
        private TableEnvironmentImpl env;
        private int number;
        private boolean inSet;

        Script(SessionContext session, Map<String, ConfigOption<String>> names, JsonNode keys) {
            this.session = session;
            this.names = names;
            this.keys = keys;
        }

        void statement(String text) {
            int before = inserts.size();
            CatalogManager catalogs = session.getSessionState().catalogManager;
            String catalog = catalogs.getCurrentCatalog();
            String database = catalogs.getCurrentDatabase();
            try {
                OperationExecutor executor = session.createOperationExecutor(new Configuration());
                if (env == null) {
                    env = (TableEnvironmentImpl) executor.getTableEnvironment();
                }
                List<Operation> operations = env.getParser().parse(text);
                Operation operation = operations.get(0);
                if (inSet && !(operation instanceof ModifyOperation) && !(operation instanceof EndStatementSetOperation)) {
                    throw new IllegalStateException("only INSERT is allowed in a statement set");
                } else if (operation instanceof StatementSetOperation) {
                    for (ModifyOperation each : ((StatementSetOperation) operation).getOperations()) {
                        plan(each);
                    }
                } else if (operation instanceof ModifyOperation) {
                    plan((ModifyOperation) operation);
                } else if (operation instanceof BeginStatementSetOperation || operation instanceof EndStatementSetOperation) {
                    inSet = operation instanceof BeginStatementSetOperation;
                } else if (operation instanceof SetOperation || operation instanceof ResetOperation) {
                    executor.executeStatement(OperationHandle.create(), text);
                    env = null;
                } else if (operation instanceof CreateOperation || operation instanceof DropOperation || operation instanceof AlterOperation
                        || operation instanceof UseOperation) {
                    env.executeInternal(operation); // as OperationExecutor.callOperation does
                }
            } catch (Exception | Error e) {
                inserts.subList(before, inserts.size()).clear();
                catalogs.setCurrentCatalog(catalog); // USE of a database that is not there has changed the catalog
                catalogs.setCurrentDatabase(database);
                Throwable root = e;
                while (root.getCause() != null && root.getCause() != root) {
                    root = root.getCause();
                }
                failed.add(Map.of("statement", number, "why", root.getClass().getSimpleName() + ": " + String.valueOf(root.getMessage()).split("\n")[0]));
            }
            number++;
        }

        private void plan(ModifyOperation operation) {
            if (!(operation instanceof CreateTableASOperation)) {
                plan((SinkModifyOperation) operation);
                return;
            }
            CreateTableASOperation create = (CreateTableASOperation) operation;
            CatalogManager catalogs = env.getCatalogManager();
            ObjectIdentifier table = create.getCreateTableOperation().getTableIdentifier();
            boolean exists = catalogs.getTable(table).isPresent();
            env.executeInternal(create.getCreateTableOperation());
            try {
                plan(create.toSinkModifyOperation(catalogs));
            } catch (RuntimeException | Error e) {
                if (!exists) {
                    catalogs.dropTable(table, true);
                }
                throw e;
            }
        }

        private void plan(SinkModifyOperation insert) {
            List<Map<String, Object>> sources = new ArrayList<>();
            if (insert.getChild() instanceof PlannerQueryOperation) {
                scans(((PlannerQueryOperation) insert.getChild()).getCalciteTree(), sources);
            }
            StandIns.written.remove();
            env.getPlanner().compilePlan(List.of(insert));
            inserts.add(Map.of("statement", number, "config", config(env.getConfig()), "sink", StandIns.written.get(), "sources", sources));
        }

        private Map<String, String> config(ReadableConfig config) {
            Map<String, String> values = new TreeMap<>();
            for (JsonNode key : keys) {
                ConfigOption<String> option = names.get(key.asText());
                if (option != null) {
                    values.put(key.asText(), config.getOptional(option).orElse(""));
                }
            }
            return values;
        }

        /** The tables that are scanned, in subqueries, too. */
        private static void scans(RelNode node, List<Map<String, Object>> sources) {
            if (node instanceof TableScan) {
                TableSourceTable table = node.getTable().unwrap(TableSourceTable.class);
                if (table != null && table.tableSource() instanceof Source) {
                    sources.add(((Source) table.tableSource()).table);
                }
            }
            node.accept(new RexShuttle() {
                @Override
                public RexNode visitSubQuery(RexSubQuery query) {
                    scans(query.rel, sources);
                    return query;
                }
            });
            node.getInputs().forEach(input -> scans(input, sources));
        }
    }

    private static Map<String, Object> describe(DynamicTableFactory.Context context) {
        ResolvedCatalogTable table = context.getCatalogTable();
        Map<String, Object> d = new TreeMap<>();
        d.put("path", context.getObjectIdentifier().toList());
        d.put("options", new TreeMap<>(table.getOptions()));
        d.put("key", table.getResolvedSchema().getPrimaryKey().isPresent());
        d.put("watermark", table.getResolvedSchema().getWatermarkSpecs().stream().map(w -> w.getRowtimeAttribute()).collect(Collectors.joining(",")));
        return d;
    }

    private static Map<String, DataType> metadata(DynamicTableFactory.Context context) {
        Map<String, DataType> found = new TreeMap<>();
        for (Column c : context.getCatalogTable().getResolvedSchema().getColumns()) {
            if (c instanceof Column.MetadataColumn) {
                found.put(((Column.MetadataColumn) c).getMetadataKey().orElse(c.getName()), c.getDataType());
            }
        }
        return found;
    }

    /** Makes of every table a source and a sink that take any option. */
    public static class StandIns implements Module, DynamicTableSourceFactory, DynamicTableSinkFactory {
        static final ThreadLocal<Map<String, Object>> written = new ThreadLocal<>();

        @Override
        public Optional<DynamicTableSourceFactory> getTableSourceFactory() {
            return Optional.of(this);
        }

        @Override
        public Optional<DynamicTableSinkFactory> getTableSinkFactory() {
            return Optional.of(this);
        }

        @Override
        public DynamicTableSource createDynamicTableSource(DynamicTableFactory.Context context) {
            return new Source(describe(context), metadata(context));
        }

        @Override
        public DynamicTableSink createDynamicTableSink(DynamicTableFactory.Context context) {
            written.set(describe(context));
            return new Sink(metadata(context));
        }

        @Override
        public String factoryIdentifier() {
            return "standin";
        }

        @Override
        public Set<ConfigOption<?>> requiredOptions() {
            return Set.of();
        }

        @Override
        public Set<ConfigOption<?>> optionalOptions() {
            return Set.of();
        }
    }

    private static class Source implements ScanTableSource, LookupTableSource, SupportsReadingMetadata {
        final Map<String, Object> table;
        private final Map<String, DataType> metadata;

        Source(Map<String, Object> table, Map<String, DataType> metadata) {
            this.table = table;
            this.metadata = metadata;
        }

        @Override
        public ChangelogMode getChangelogMode() {
            return ChangelogMode.insertOnly();
        }

        @Override
        public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
            return () -> false;
        }

        @Override
        public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
            throw new UnsupportedOperationException("nothing is run here");
        }

        @Override
        public Map<String, DataType> listReadableMetadata() {
            return metadata;
        }

        @Override
        public void applyReadableMetadata(List<String> keys, DataType type) {}

        @Override
        public DynamicTableSource copy() {
            return new Source(table, metadata);
        }

        @Override
        public String asSummaryString() {
            return "stand-in";
        }
    }

    private static class Sink implements DynamicTableSink, SupportsWritingMetadata, SupportsOverwrite, SupportsPartitioning {
        private final Map<String, DataType> metadata;

        Sink(Map<String, DataType> metadata) {
            this.metadata = metadata;
        }

        @Override
        public ChangelogMode getChangelogMode(ChangelogMode requested) {
            return requested;
        }

        @Override
        public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
            throw new UnsupportedOperationException("nothing is run here");
        }

        @Override
        public Map<String, DataType> listWritableMetadata() {
            return metadata;
        }

        @Override
        public void applyWritableMetadata(List<String> keys, DataType type) {}

        @Override
        public void applyOverwrite(boolean overwrite) {}

        @Override
        public void applyStaticPartition(Map<String, String> partition) {}

        @Override
        public DynamicTableSink copy() {
            return new Sink(metadata);
        }

        @Override
        public String asSummaryString() {
            return "stand-in";
        }
    }
}
