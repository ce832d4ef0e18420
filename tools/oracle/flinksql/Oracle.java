import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCreate;
import org.apache.calcite.sql.SqlHint;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSnapshot;
import org.apache.calcite.sql.SqlTableRef;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.flink.sql.parser.ddl.*;
import org.apache.flink.sql.parser.ddl.constraint.SqlTableConstraint;
import org.apache.flink.sql.parser.dml.*;
import org.apache.flink.sql.parser.dql.SqlRichExplain;
import org.apache.flink.sql.parser.impl.FlinkSqlParserImpl;
import org.apache.flink.sql.parser.validate.FlinkSqlConformance;

/**
 * Parses scripts with Flink's own parser. Every line of the input is a script, every line
 * of the output its statements, each as one text; all in Base64, with "=" before it, and
 * separated by blanks. A script that Flink refuses has the one statement "refused".
 */
public class Oracle {
    private static final SqlParser.Config CONFIG = SqlParser.config().withParserFactory(FlinkSqlParserImpl.FACTORY)
            .withConformance(FlinkSqlConformance.DEFAULT).withLex(Lex.JAVA).withIdentifierMaxLength(256);

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String script = new String(Base64.getDecoder().decode(line.substring(1)), StandardCharsets.UTF_8);
            List<String> statements = new ArrayList<>();
            try {
                for (SqlNode node : SqlParser.create(script, CONFIG).parseStmtList()) {
                    describe(node, statements);
                }
            } catch (Exception | Error e) {
                statements = List.of("refused " + String.valueOf(e.getMessage()).split("\n")[0]);
            }
            out.println(statements.stream()
                    .map(s -> "=" + Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.UTF_8)))
                    .collect(Collectors.joining(" ")));
            out.flush();
        }
    }

    private static void describe(SqlNode node, List<String> out) throws ReflectiveOperationException {
        if (node instanceof SqlSet) {
            SqlSet set = (SqlSet) node;
            out.add(set.getKey() == null ? "set" : "set " + set.getKeyString() + "=" + set.getValueString());
        } else if (node instanceof SqlReset) {
            SqlReset reset = (SqlReset) node;
            out.add(reset.getKey() == null ? "reset" : "reset " + reset.getKeyString());
        } else if (is(node, "SqlCreateTable") || is(node, "SqlCreateTableAs") || is(node, "SqlCreateTableLike")) {
            out.add(table((SqlCreate) node));
        } else if (is(node, "SqlCreateView")) {
            out.add("view " + created(node) + reads((SqlNode) get(node, "getQuery")));
        } else if (is(node, "SqlAlterTableReset")) {
            out.add("alter " + name((SqlNode) get(node, "getTableName")) + " reset " + texts((SqlNodeList) get(node, "getPropertyKeyList")));
        } else if (is(node, "SqlAlterTableOptions")) {
            out.add("alter " + name((SqlNode) get(node, "getTableName")) + " set " + options(node));
        } else if (node instanceof SqlInsert) {
            out.add(insert((SqlInsert) node));
        } else if (node instanceof SqlStatementSet) {
            out.add("begin");
            for (SqlNode i : ((SqlStatementSet) node).getInserts()) {
                describe(i, out);
            }
            out.add("end");
        } else if (node instanceof SqlExecute) {
            describe(((SqlExecute) node).getStatement(), out);
        } else if (node instanceof SqlRichExplain) {
            SqlNode explained = ((SqlRichExplain) node).getStatement();
            out.add("explain" + (explained instanceof SqlInsert ? insert((SqlInsert) explained).substring("insert".length()) : reads(explained)));
        } else if (node.getKind() == SqlKind.DROP_TABLE || node.getKind() == SqlKind.DROP_VIEW) {
            out.add("drop " + name(((SqlCall) node).getOperandList().get(0)));
        } else if (is(node, "SqlUseCatalog") || is(node, "SqlUseDatabase")) {
            out.add("use " + name(((SqlCall) node).getOperandList().get(0)));
        } else if (node.isA(SqlKind.QUERY) || node.getKind() == SqlKind.WITH) {
            out.add("query" + reads(node));
        } else if (node instanceof SqlBeginStatementSet) {
            out.add("begin");
        } else if (node instanceof SqlEndStatementSet) {
            out.add("end");
        } else {
            out.add("other");
        }
    }

    private static String insert(SqlInsert node) {
        SqlNode target = node.getTargetTable();
        String hints = "";
        if (target instanceof SqlTableRef) {
            hints = hints((SqlNodeList) ((SqlTableRef) target).getOperandList().get(1));
            target = ((SqlTableRef) target).getOperandList().get(0);
        }
        return "insert " + name(target) + hints + reads(node.getSource());
    }

    private static String table(SqlCreate t) throws ReflectiveOperationException {
        StringBuilder b = new StringBuilder("table ").append(created(t));
        b.append(get(t, "isTemporary").equals(true) ? " temporary" : "").append(" columns=");
        List<String> keys = new ArrayList<>();
        for (SqlNode n : (SqlNodeList) get(t, "getColumnList")) {
            if (n instanceof SqlTableColumn) {
                SqlTableColumn c = (SqlTableColumn) n;
                String kind = n instanceof SqlTableColumn.SqlComputedColumn ? "computed"
                        : n instanceof SqlTableColumn.SqlMetadataColumn ? "metadata" : "physical";
                b.append(c.getName().getSimple()).append(':').append(kind).append(',');
            } else if (n instanceof SqlIdentifier) {
                b.append(n).append(":name,");
            }
        }
        for (Object c : (List<?>) get(t, "getFullConstraints")) {
            SqlTableConstraint constraint = (SqlTableConstraint) c;
            if (constraint.isPrimaryKey()) {
                keys.addAll(List.of(constraint.getColumnNames()));
            }
        }
        b.append(" key=").append(String.join(",", keys));
        ((Optional<?>) get(t, "getWatermark")).ifPresent(w -> b.append(" watermark=").append(((SqlWatermark) w).getEventTimeColumnName()));
        if (is(t, "SqlCreateTableLike")) {
            b.append(like(get(t, "getTableLike")));
        }
        b.append(' ').append(options(t));
        if (is(t, "SqlCreateTableAs")) {
            b.append(reads((SqlNode) get(t, "getAsQuery")));
        }
        return b.toString();
    }

    private static String like(Object like) throws ReflectiveOperationException {
        Set<String> without = new TreeSet<>();
        Set<String> with = new TreeSet<>();
        for (Object option : (List<?>) get(like, "getOptions")) {
            boolean excluded = get(option, "getMergingStrategy").toString().equals("EXCLUDING");
            (excluded ? without : with).add(get(option, "getFeatureOption").toString());
        }
        without.retainAll(Set.of("ALL", "OPTIONS", "WATERMARKS", "CONSTRAINTS"));
        if (without.remove("ALL")) {
            without.addAll(Set.of("OPTIONS", "WATERMARKS", "CONSTRAINTS"));
            without.removeAll(with);
        }
        return " like=" + name((SqlNode) get(like, "getSourceTable")) + without;
    }

    /** The name of what a statement creates. */
    private static String created(SqlNode node) {
        return name(((SqlCall) node).getOperandList().get(0));
    }

    /** The options of a statement, as they are written: the only one of its operands that consists of options. */
    private static String options(SqlNode node) {
        return ((SqlCall) node).getOperandList().stream().filter(SqlNodeList.class::isInstance)
                .flatMap(list -> ((SqlNodeList) list).getList().stream()).filter(SqlTableOption.class::isInstance)
                .map(n -> (SqlTableOption) n).map(o -> o.getKeyString() + "=" + o.getValueString())
                .collect(Collectors.joining("; ", "{", "}"));
    }

    /** Flink 2.3 moved the statements on tables to other packages, and gave some of their methods other names. */
    private static boolean is(Object node, String name) {
        return node.getClass().getSimpleName().equals(name);
    }

    private static Object get(Object node, String method) throws ReflectiveOperationException {
        return node.getClass().getMethod(method).invoke(node);
    }

    private static String texts(SqlNodeList list) {
        return list.getList().stream().map(n -> ((org.apache.calcite.sql.SqlLiteral) n).getValueAs(String.class))
                .collect(Collectors.joining("; ", "{", "}"));
    }

    private static String name(SqlNode node) {
        return String.join(".", ((SqlIdentifier) node).names);
    }

    private static String hints(SqlNodeList hints) {
        String options = hints.getList().stream().map(h -> (SqlHint) h).filter(h -> h.getName().equalsIgnoreCase("OPTIONS"))
                .flatMap(h -> h.getOptionKVPairs().entrySet().stream()).map(e -> e.getKey() + "=" + e.getValue()).sorted()
                .collect(Collectors.joining("; ", "{", "}"));
        return options.equals("{}") ? "" : options;
    }

    /** The tables that a query reads, without those that it names itself. */
    private static String reads(SqlNode query) {
        TreeSet<String> tables = new TreeSet<>();
        walk(query, false, new HashSet<>(), tables);
        return " reads=" + String.join(",", tables);
    }

    private static void walk(SqlNode node, boolean relation, Set<String> local, Set<String> out) {
        if (node instanceof SqlIdentifier) {
            if (relation && !local.contains(name(node))) {
                out.add(name(node));
            }
        } else if (node instanceof SqlTableRef) {
            List<SqlNode> operands = ((SqlTableRef) node).getOperandList();
            if (!local.contains(name(operands.get(0)))) {
                out.add(name(operands.get(0)) + hints((SqlNodeList) operands.get(1)));
            }
        } else if (node instanceof SqlSelect) {
            SqlSelect s = (SqlSelect) node;
            walk(s.getFrom(), true, local, out);
            for (SqlNode n : new SqlNode[] {s.getSelectList(), s.getWhere(), s.getHaving(), s.getGroup(), s.getOrderList()}) {
                walk(n, false, local, out);
            }
        } else if (node instanceof SqlJoin) {
            walk(((SqlJoin) node).getLeft(), true, local, out);
            walk(((SqlJoin) node).getRight(), true, local, out);
            walk(((SqlJoin) node).getCondition(), false, local, out);
        } else if (node instanceof SqlWith) {
            Set<String> names = new HashSet<>(local);
            for (SqlNode n : ((SqlWith) node).withList) {
                walk(((SqlWithItem) n).query, false, names, out);
                names.add(((SqlWithItem) n).name.getSimple());
            }
            walk(((SqlWith) node).body, false, names, out);
        } else if (node instanceof SqlOrderBy) {
            walk(((SqlOrderBy) node).query, false, local, out);
        } else if (node instanceof SqlSnapshot) {
            walk(((SqlSnapshot) node).getTableRef(), true, local, out);
        } else if (node instanceof SqlNodeList) {
            ((SqlNodeList) node).getList().forEach(n -> walk(n, false, local, out));
        } else if (node instanceof SqlCall) {
            SqlCall call = (SqlCall) node;
            boolean table = call.getKind() == SqlKind.EXPLICIT_TABLE || relation && call.getKind() == SqlKind.AS;
            for (int i = 0; i < call.getOperandList().size(); i++) {
                walk(call.getOperandList().get(i), table && i == 0, local, out);
            }
        }
    }
}
