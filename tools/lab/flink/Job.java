package lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.Yaml;

/** A job on a cluster in a process of its own, which is asked and told through Flink's REST API. */
final class Job implements AutoCloseable {
    /** Flink did not take the job; why is in the log. */
    static final class Refused extends Exception {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    /** Starts the job of a file with the configuration of a folder. */
    Job(Path folder, Path sql, Properties exchanged, Path work) throws Exception {
        Path file = Files.createTempFile(work, "exchanged", ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            exchanged.store(out, null);
        }
        process = new ProcessBuilder("java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Djava.io.tmpdir=" + work, "-cp", System.getProperty("java.class.path"),
            "lab.Cluster", folder.toString(), sql.toString(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line;
        try (BufferedReader out = process.inputReader()) {
            line = out.readLine();
        }
        if (line == null) {
            throw new Refused();
        }
        String[] address = line.split(" ");
        url = URI.create(address[0] + "/jobs/" + address[1]);
    }

    /** The state of the job, such as RUNNING. */
    String state() throws Exception {
        return (String) get("").get("state");
    }

    /** How many checkpoints are complete. */
    int checkpoints() throws Exception {
        return (Integer) map(get("/checkpoints").get("counts")).get("completed");
    }

    /** Waits until a checkpoint that begins from now on is complete. */
    void awaitCheckpoint() throws Exception {
        int before = checkpoints();
        Lab.await("a checkpoint", () -> checkpoints() > before + 1);
    }

    /** Stops the job with a savepoint and returns it. */
    String stop(Path directory) throws Exception {
        String request = String.format("{\"targetDirectory\": \"%s\", \"drain\": false}", directory.toUri());
        String trigger = (String) ask(HttpRequest.newBuilder(URI.create(url + "/stop"))
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(request))).get("request-id");
        Lab.await("the savepoint", () -> "COMPLETED".equals(map(get("/savepoints/" + trigger).get("status")).get("id")));
        Object path = map(get("/savepoints/" + trigger).get("operation")).get("location");
        if (path == null) {
            throw new IOException("no savepoint: " + get("/savepoints/" + trigger));
        }
        kill();
        return path.toString();
    }

    /** Kills the process with all that it holds. */
    void kill() throws Exception {
        process.destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    private Map<String, Object> get(String path) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private Map<String, Object> ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + ": " + response.body());
        }
        return map(new Yaml().load(response.body())); // JSON is YAML
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }
}
