import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Prints the ConfigOptions that jars of Flink define, one a line, the fields separated by tabs. The first argument says
 * whose classes these are, "flink" or "cdc"; the rest name jars of the class path that are read, "flink-json" for
 * flink-json-2.0.0.jar; all if there are none.
 *
 * <p>The lines:
 *
 * <pre>
 * option   class, field, then the option
 * factory  identifier, what it makes, class
 * uses     identifier, what it makes, "required" or "optional", then the option
 * error    class, what kept it from being read
 * </pre>
 *
 * An option is: key, class of its value, "list" or "", default, fallback keys (separated by commas, with "!" behind
 * those that are deprecated), constants of an enum (name=text, separated by "|"), "deprecated" or "".
 *
 * <p>Only classes that have a static field of type ConfigOption are loaded; which ones these are is read from the class
 * files, so that one that cannot be loaded is an error and not overlooked.
 */
public final class FlinkOptions {

    private static final String SERVICE = "META-INF/services/";
    private static final String NO_DEFAULT = "-";

    private final ClassLoader loader = FlinkOptions.class.getClassLoader();
    private final Class<?> option;
    private final Class<?> factory;
    private final String identifier;

    private FlinkOptions(String option, String factory, String identifier) throws ClassNotFoundException {
        this.option = Class.forName(option, false, loader);
        this.factory = Class.forName(factory, false, loader);
        this.identifier = identifier;
    }

    public static void main(String[] args) throws Exception {
        FlinkOptions reader = args[0].equals("cdc")
                ? new FlinkOptions("org.apache.flink.cdc.common.configuration.ConfigOption",
                        "org.apache.flink.cdc.common.factories.Factory", "identifier")
                : new FlinkOptions("org.apache.flink.configuration.ConfigOption",
                        "org.apache.flink.table.factories.Factory", "factoryIdentifier");
        Set<String> chosen = Set.of(Arrays.copyOfRange(args, 1, args.length));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(jar).getFileName().toString();
            if (name.endsWith(".jar") && (chosen.isEmpty() || chosen.contains(name.replaceFirst("-\\d.*", "")))) {
                reader.read(jar);
            }
        }
    }

    private void read(String jar) throws IOException {
        Set<String> factories = new HashSet<>();
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(SERVICE) && name.endsWith("Factory")) {
                    factories.addAll(services(file, entry));
                } else if (isOurs(name)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        if (ClassFile.hasStaticField(in, "L" + option.getName().replace('.', '/') + ";")) {
                            readClass(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                        }
                    }
                }
            }
        }
        factories.stream().sorted().forEach(this::readFactory);
    }

    private static boolean isOurs(String name) {
        return name.endsWith(".class")
                && (name.startsWith("org/apache/flink/") || name.startsWith("com/ververica/cdc/"))
                && !name.contains("/shaded/");
    }

    private static List<String> services(JarFile file, JarEntry entry) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = file.getInputStream(entry)) {
            for (String line : new String(in.readAllBytes()).split("\n")) {
                String name = line.split("#", 2)[0].trim();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void readClass(String name) {
        try {
            Class<?> owner = Class.forName(name, false, loader);
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || field.getType() != option) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(null);
                if (value != null) {
                    print("option", name, field.getName(), describe(value, isDeprecated(field) || isDeprecated(owner)));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            print("error", name, text(rootOf(e)));
        }
    }

    /** A factory that is no table factory (of modules, of user functions ...) has other options and is passed over. */
    private void readFactory(String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!factory.isAssignableFrom(type)) {
                return;
            }
            Object made = type.getDeclaredConstructor().newInstance();
            String makes = makes(type);
            String id = (String) factory.getMethod(identifier).invoke(made);
            print("factory", id, makes, name);
            for (String use : new String[] {"required", "optional"}) {
                TreeMap<String, String> sorted = new TreeMap<>();
                for (Object o : (Collection<?>) factory.getMethod(use + "Options").invoke(made)) {
                    sorted.put((String) get(o, "key"), describe(o, false));
                }
                sorted.values().forEach(o -> print("uses", id, makes, use, o));
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            print("error", name, text(rootOf(e)));
        }
    }

    /** What the interfaces of a factory say: "connector", "format" or the name of what else it makes. */
    private String makes(Class<?> type) {
        String prefix = "org.apache.flink.table.factories.";
        for (String[] interfaces : new String[][] {
            {"connector", prefix + "DynamicTableFactory"},
            {"format", prefix + "DecodingFormatFactory"},
            {"format", prefix + "EncodingFormatFactory"},
            {"format", "org.apache.flink.connector.file.table.factories.BulkReaderFormatFactory"},
            {"format", "org.apache.flink.connector.file.table.factories.BulkWriterFormatFactory"},
            {"source", "org.apache.flink.cdc.common.factories.DataSourceFactory"},
            {"sink", "org.apache.flink.cdc.common.factories.DataSinkFactory"},
        }) {
            try {
                if (Class.forName(interfaces[1], false, loader).isAssignableFrom(type)) {
                    return interfaces[0];
                }
            } catch (ClassNotFoundException e) {
                // this version does not have it
            }
        }
        return type.getSimpleName();
    }

    private static boolean isDeprecated(AnnotatedElement e) {
        return e.isAnnotationPresent(Deprecated.class);
    }

    private static String describe(Object option, boolean deprecated) throws ReflectiveOperationException {
        Class<?> type = (Class<?>) get(option, "clazz");
        StringJoiner fallbacks = new StringJoiner(",");
        for (Object k : (Object[]) get(option, "fallbackKeys")) {
            fallbacks.add(get(k, "key") + (Boolean.TRUE.equals(get(k, "isDeprecated")) ? "!" : ""));
        }
        return String.join("\t", (String) get(option, "key"), type.getName(),
                Boolean.TRUE.equals(get(option, "isList")) ? "list" : "", value(get(option, "defaultValue")),
                fallbacks.toString(), constants(type), deprecated ? "deprecated" : "");
    }

    private static String value(Object value) {
        if (value == null) {
            return NO_DEFAULT;
        }
        if (value instanceof Collection<?> items) {
            StringJoiner joined = new StringJoiner(";");
            items.forEach(i -> joined.add(constant(i)));
            return "=" + joined;
        }
        return "=" + constant(value);
    }

    private static String constant(Object value) {
        return text(value instanceof Enum<?> e ? e.name() : value);
    }

    private static String constants(Class<?> type) {
        StringJoiner joined = new StringJoiner("|");
        if (type.isEnum()) {
            for (Object c : type.getEnumConstants()) {
                joined.add(((Enum<?>) c).name() + "=" + c);
            }
        }
        return joined.toString();
    }

    private static Object get(Object of, String field) throws ReflectiveOperationException {
        for (Class<?> c = of.getClass(); c != null; c = c.getSuperclass()) {
            if (Arrays.stream(c.getDeclaredFields()).anyMatch(f -> f.getName().equals(field))) {
                Field f = c.getDeclaredField(field);
                f.setAccessible(true);
                return f.get(of);
            }
        }
        throw new NoSuchFieldException(of.getClass() + "." + field);
    }

    private static Throwable rootOf(Throwable t) {
        return t.getCause() == null ? t : rootOf(t.getCause());
    }

    private static String text(Object o) {
        return o.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static void print(String... fields) {
        System.out.println(String.join("\t", fields));
    }

    /** As much of a class file as tells the types of its fields (The Java Virtual Machine Specification, chapter 4). */
    private static final class ClassFile {

        static boolean hasStaticField(InputStream stream, String descriptor) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            in.skipNBytes(8);
            String[] texts = texts(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
                boolean isStatic = Modifier.isStatic(in.readUnsignedShort());
                in.skipNBytes(2);
                if (texts[in.readUnsignedShort()].equals(descriptor) && isStatic) {
                    return true;
                }
                for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                    in.skipNBytes(2);
                    in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
                }
            }
            return false;
        }

        private static String[] texts(DataInputStream in) throws IOException {
            String[] texts = new String[in.readUnsignedShort()];
            for (int i = 1; i < texts.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 5, 6 -> { // a long or a double takes two entries
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> in.skipNBytes(4);
                }
            }
            return texts;
        }
    }
}
