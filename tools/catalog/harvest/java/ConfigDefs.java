import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes what the ConfigDefs of Kafka say, one JSON object a key and class. An argument is
 * "kind=class#member|class#member": the first class that there is, and its static member
 * of type ConfigDef: a field, or a method without parameters or with one that has a
 * constant SYSTEM. A class that none of the jars has is passed over.
 */
public class ConfigDefs {
    /** Texts on which validators that are code are tried, besides null. */
    private static final String[] STRINGS = {"", " ", "a", "a,b", "a\tb", "0", "-1", "1", "http://localhost:1"};
    private static final long[] NUMBERS = {-2, -1, 0, 1, 2};

    private final Map<String, Boolean> constants;
    private final StringBuilder out = new StringBuilder();

    private ConfigDefs(Map<String, Boolean> constants) {
        this.constants = constants;
    }

    public static void main(String[] args) throws Exception {
        ConfigDefs writer = new ConfigDefs(deprecations(configClasses()));
        for (String arg : args) {
            int equals = arg.indexOf('=');
            writer.write(arg.substring(0, equals), arg.substring(equals + 1).split("\\|"));
        }
        System.out.print(writer.out);
    }

    private void write(String kind, String[] members) throws Exception {
        for (String member : members) {
            int hash = member.indexOf('#');
            Class<?> type;
            try {
                type = Class.forName(member.substring(0, hash));
            } catch (ClassNotFoundException absent) {
                continue;
            }
            Object def = member(type, member.substring(hash + 1));
            if (def == null) {
                continue;
            }
            write(kind, type, def);
            return;
        }
    }

    private static Object member(Class<?> type, String name) throws Exception {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(Modifier.isStatic(field.getModifiers()) ? null : module(c));
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                Class<?>[] parameters = method.getParameterTypes();
                if (!method.getName().equals(name) || parameters.length > 1 || parameters.length == 1 && !hasSystem(parameters[0])) {
                    continue;
                }
                method.setAccessible(true);
                Object target = Modifier.isStatic(method.getModifiers()) ? null : module(c);
                return parameters.length == 0 ? method.invoke(target)
                    : method.invoke(target, parameters[0].getField("SYSTEM").get(null));
            }
        }
        return null;
    }

    private static boolean hasSystem(Class<?> type) {
        for (Field field : type.getFields()) {
            if (field.getName().equals("SYSTEM")) {
                return true;
            }
        }
        return false;
    }

    /** The instance of a Scala object. */
    private static Object module(Class<?> type) throws Exception {
        return type.getField("MODULE$").get(null);
    }

    private void write(String kind, Class<?> type, Object def) throws Exception {
        Map<?, ?> keys = (Map<?, ?>) get(def, "configKeys");
        Object none = def.getClass().getClassLoader().loadClass("org.apache.kafka.common.config.ConfigDef")
            .getField("NO_DEFAULT_VALUE").get(null);
        Map<String, Boolean> own = new HashMap<>();
        List<Class<?>> hierarchy = new ArrayList<>();
        for (Class<?> c = type; c != null && c.getName().startsWith("org.apache.kafka"); c = c.getSuperclass()) {
            hierarchy.add(c);
        }
        own.putAll(deprecations(hierarchy));
        for (Object name : new TreeMap<>(keys).keySet()) {
            Object key = keys.get(name);
            Object value = get(key, "defaultValue");
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", kind);
            line.put("class", type.getName());
            line.put("key", name);
            line.put("type", get(key, "type").toString());
            line.put("required", value == none);
            line.put("default", value == none ? null : text(value));
            line.put("deprecated", own.containsKey(name) ? own.get(name) : constants.getOrDefault(name, false));
            line.put("validator", validator(get(key, "validator"), (String) name, get(key, "type").toString(), 0));
            json(line);
            out.append('\n');
        }
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Class) {
            return ((Class<?>) value).getName();
        }
        if (value instanceof Collection) {
            List<String> elements = new ArrayList<>();
            for (Object element : (Collection<?>) value) {
                elements.add(text(element));
            }
            return String.join(",", elements);
        }
        return value.toString();
    }

    /** The class, fields and text of a validator, and on which probes it throws. */
    private static Map<String, Object> validator(Object validator, String key, String type, int depth) throws Exception {
        if (validator == null) {
            return null;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("class", validator.getClass().getName());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : validator.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(validator);
            fields.put(field.getName(), depth > 4 ? null : field(value, key, type, depth));
        }
        line.put("fields", fields);
        if (depth == 0) {
            line.put("text", validator.getClass().getName().contains("$$Lambda") ? "" : validator.toString());
            line.put("throws", probe(validator, key, type));
        }
        return line;
    }

    private static Object field(Object value, String key, String type, int depth) throws Exception {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Collection) {
            List<Object> elements = new ArrayList<>();
            for (Object element : (Collection<?>) value) {
                elements.add(field(element, key, type, depth + 1));
            }
            return elements;
        }
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(field(Array.get(value, i), key, type, depth + 1));
            }
            return elements;
        }
        return implementsValidator(value.getClass()) ? validator(value, key, type, depth + 1) : null;
    }

    private static boolean implementsValidator(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> i : c.getInterfaces()) {
                if (i.getSimpleName().equals("Validator")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The probes that a validator refuses. */
    private static List<String> probe(Object validator, String key, String type) throws Exception {
        Map<String, Object> probes = new LinkedHashMap<>();
        probes.put("null", null);
        switch (type) {
            case "INT": case "SHORT": case "LONG": case "DOUBLE":
                for (long n : NUMBERS) {
                    probes.put(String.valueOf(n), type.equals("INT") ? (Object) (int) n : type.equals("SHORT") ? (Object) (short) n
                        : type.equals("DOUBLE") ? (Object) (double) n : (Object) n);
                }
                break;
            case "STRING":
                for (String s : STRINGS) {
                    probes.put("\"" + s + "\"", s);
                }
                for (String s : validator.toString().split("[\\[\\], ]+")) { // words that it may name
                    probes.put("\"" + s.toUpperCase(Locale.ROOT) + "\"", s.toUpperCase(Locale.ROOT));
                }
                break;
            case "LIST":
                probes.put("[]", Collections.emptyList());
                probes.put("[a,a]", List.of("a", "a"));
                probes.put("[a,]", List.of("a", ""));
                probes.put("[a]", List.of("a"));
                break;
            default:
        }
        Method ensureValid = null;
        for (Method method : validator.getClass().getMethods()) {
            if (method.getName().equals("ensureValid") && method.getParameterCount() == 2) {
                ensureValid = method;
            }
        }
        ensureValid.setAccessible(true);
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, Object> probe : probes.entrySet()) {
            try {
                ensureValid.invoke(validator, key, probe.getValue());
            } catch (ReflectiveOperationException e) {
                refused.add(probe.getKey());
            }
        }
        return refused;
    }

    /** The classes of Kafka's jars whose names say that they hold the names of settings. */
    private static List<Class<?>> configClasses() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!path.endsWith(".jar")) {
                continue;
            }
            try (ZipFile jar = new ZipFile(path)) {
                for (ZipEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (name.startsWith("org/apache/kafka/") && name.matches(".*Configs?\\.class")) {
                        try {
                            found.add(Class.forName(name.substring(0, name.length() - 6).replace('/', '.')));
                        } catch (LinkageError absent) {
                            continue; // a class that needs what is not on the class path
                        }
                    }
                }
            }
        }
        return found;
    }

    /** By the value of each constant: whether all constants that have it are deprecated. */
    private static Map<String, Boolean> deprecations(List<Class<?>> classes) {
        Map<String, Boolean> all = new HashMap<>();
        for (Class<?> type : classes) {
            try {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class && !field.getName().endsWith("_DOC")) {
                        field.setAccessible(true);
                        all.merge((String) field.get(null), field.isAnnotationPresent(Deprecated.class), Boolean::logicalAnd);
                    }
                }
            } catch (LinkageError | IllegalAccessException absent) {
                continue;
            }
        }
        return all;
    }

    private static Object get(Object target, String name) throws Exception {
        for (Class<?> c = target.getClass(); c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(target);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private void json(Object value) {
        if (value instanceof Map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.append(before);
                json(entry.getKey());
                out.append(':');
                json(entry.getValue());
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Collection) {
            char before = '[';
            for (Object element : (Collection<?>) value) {
                out.append(before);
                json(element);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (value instanceof String) {
            out.append('"');
            for (char c : ((String) value).toCharArray()) {
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < ' ' || c > '~') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
            out.append('"');
        } else {
            out.append(value);
        }
    }
}
