import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Loads each configuration directory below the given one with Flink's GlobalConfiguration and prints
 * what it made of it: a line "case NAME", then "k KEY VALUE" (base64), "w LINE REASON" for a line that
 * was passed over with a warning, or "refused".
 */
public class Oracle {
    private static final Pattern WARNING =
            Pattern.compile(":(\\d+): (Line is not a key-value pair|Key or value was empty)");

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        List<Path> cases;
        try (Stream<Path> list = Files.list(Path.of(args[0]))) {
            cases = list.sorted().collect(Collectors.toList());
        }
        for (Path dir : cases) {
            out.println("case " + dir.getFileName());
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            try {
                Map<String, String> map =
                        new TreeMap<>(GlobalConfiguration.loadConfiguration(dir.toString()).toMap());
                map.forEach((k, v) -> out.println("k " + encode(k) + " " + encode(v)));
            } catch (RuntimeException e) {
                out.println("refused");
            }
            Matcher m = WARNING.matcher(log.toString(StandardCharsets.UTF_8));
            while (m.find()) {
                out.println("w " + m.group(1) + " " + (m.group(2).startsWith("Line") ? "no-separator" : "empty-key"));
            }
        }
        out.flush();
    }

    private static String encode(String text) {
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
