package lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yaml.snakeyaml.Yaml;

/**
 * Stands in for Elasticsearch: it answers as that does to the requests of Flink's sink, keeps the documents that come by the
 * bulk API, and fails as told. A document has the id that the request gives it, or one that is made up.
 */
final class Elasticsearch implements AutoCloseable {
    /** What becomes of bulk requests. */
    enum Health {
        /** All documents are stored. */
        GREEN,
        /** Each document is turned away, as when the queue of its shard is full. */
        BUSY,
        /** Nothing is stored and nothing is answered. */
        HANGING
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Integer> numbers = new HashMap<>();
    private int turnedAway;
    private Health health = Health.GREEN;
    private int silentAt = Integer.MAX_VALUE;

    Elasticsearch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::root);
        server.createContext("/_bulk", this::bulk);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void become(Health health) {
        this.health = health;
        silentAt = Integer.MAX_VALUE;
    }

    /** Stores what comes, and does not answer when it has documents of so many numbers. */
    synchronized void fallSilentAt(int distinct) {
        silentAt = distinct;
    }

    /** The numbers of all documents, sorted, because an index has no order. */
    synchronized List<Integer> numbers() {
        return numbers.values().stream().sorted().toList();
    }

    /** How many requests were turned away. */
    synchronized int turnedAway() {
        return turnedAway;
    }

    /** How many numbers there are documents of. */
    synchronized int distinct() {
        return new HashSet<>(numbers.values()).size();
    }

    /** Waits until there are documents of so many numbers. */
    void await(int distinct) throws Exception {
        Lab.await("documents of " + distinct + " numbers", () -> distinct() >= distinct);
    }

    /** Waits until no document has come for some seconds. */
    void awaitIdle() throws Exception {
        List<Integer> before = List.of();
        while (!before.equals(numbers())) {
            before = numbers();
            Thread.sleep(Duration.ofSeconds(5).toMillis());
        }
    }

    private void root(HttpExchange exchange) throws IOException {
        answer(exchange, "{\"cluster_name\": \"lab\", \"version\": {\"number\": \"7.17.0\"}, \"tagline\": \"You Know, for Search\"}");
    }

    /** Takes the lines of a bulk request: each action is on one, and what is to be written on the next. */
    private void bulk(HttpExchange exchange) throws IOException {
        String[] lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        List<String> items = new ArrayList<>();
        boolean heard;
        synchronized (this) {
            for (int i = 0; i + 1 < lines.length && health != Health.HANGING; i += 2) {
                items.add(item(map(lines[i]), map(lines[i + 1])));
            }
            turnedAway += health == Health.BUSY ? 1 : 0;
            heard = health != Health.HANGING && distinct() < silentAt;
        }
        if (!heard) {
            unanswered(exchange);
            return;
        }
        boolean errors = items.stream().anyMatch(item -> item.contains("\"error\""));
        answer(exchange, String.format("{\"took\": 1, \"errors\": %b, \"items\": [%s]}", errors, String.join(",", items)));
    }

    /** Stores a document, unless it is turned away, and returns what is answered to its action. */
    private String item(Map<String, Object> action, Map<String, Object> source) {
        String verb = action.keySet().iterator().next();
        if (!verb.equals("index") && !verb.equals("update")) {
            throw new IllegalArgumentException("no such action here: " + verb);
        }
        Map<String, Object> target = map(action.get(verb));
        String id = target.containsKey("_id") ? target.get("_id").toString() : UUID.randomUUID().toString();
        String named = String.format("\"_index\": \"%s\", \"_type\": \"_doc\", \"_id\": \"%s\"", target.get("_index"), id);
        if (health == Health.BUSY) {
            return String.format("{\"%s\": {%s, \"status\": 429, \"error\": {\"type\": \"es_rejected_execution_exception\","
                + " \"reason\": \"rejected execution, queue capacity = 10000\"}}}", verb, named);
        }
        Map<String, Object> document = verb.equals("update") ? map(source.get("doc")) : source;
        boolean created = numbers.put(target.get("_index") + "/" + id, (Integer) document.get("id")) == null;
        return String.format("{\"%s\": {%s, \"_version\": 1, \"result\": \"%s\", \"_shards\": {\"total\": 2, \"successful\": 2, \"failed\": 0},"
            + " \"_seq_no\": 0, \"_primary_term\": 1, \"status\": %d}}", verb, named, created ? "created" : "updated", created ? 201 : 200);
    }

    private void unanswered(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Map<String, Object> map(String line) {
        return map((Object) new Yaml().load(line)); // JSON is YAML
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
