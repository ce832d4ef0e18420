package lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands between a client and the brokers and hands requests and responses on one by one, in their order. A policy
 * decides what happens to produce requests, which must have an answer: not those with acks=0.
 */
final class Proxy implements AutoCloseable {
    private static final short PRODUCE = 0;

    /** What happens to produce requests; by default nothing. */
    interface Policy {
        /** Before the request goes to the broker; waiting: further requests that have arrived behind it. */
        default void before(BlockingQueue<byte[]> waiting) throws Exception {}

        /** Whether the client gets the response; if not, its connection breaks. */
        default boolean after() throws Exception {
            return true;
        }
    }

    /** Where clients find the brokers through the proxy. */
    final String bootstrap;
    private final List<ServerSocket> listening = new ArrayList<>();
    private volatile Policy policy = new Policy() {};

    Proxy() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String route : System.getProperty("lab.routes").split(",")) {
            int port = Integer.parseInt(route.substring(0, route.indexOf('=')));
            int behind = Integer.parseInt(route.substring(route.indexOf('=') + 1));
            ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listening.add(server);
            addresses.add("127.0.0.1:" + port);
            start(() -> {
                while (true) {
                    Socket client = server.accept();
                    start(() -> serve(client, behind));
                }
            });
        }
        bootstrap = String.join(",", addresses);
    }

    void policy(Policy policy) {
        this.policy = policy;
    }

    private void serve(Socket client, int port) throws Exception {
        try (client; Socket broker = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
            DataInputStream fromClient = new DataInputStream(client.getInputStream());
            start(() -> {
                try {
                    while (true) {
                        requests.add(frame(fromClient));
                    }
                } finally {
                    requests.add(new byte[0]); // the end
                }
            });
            DataInputStream fromBroker = new DataInputStream(broker.getInputStream());
            DataOutputStream toBroker = new DataOutputStream(broker.getOutputStream());
            DataOutputStream toClient = new DataOutputStream(client.getOutputStream());
            for (byte[] request = requests.take(); request.length > 0; request = requests.take()) {
                boolean produce = (request[0] << 8 | request[1]) == PRODUCE;
                Policy now = policy;
                if (produce) {
                    now.before(requests);
                }
                send(toBroker, request);
                byte[] response = frame(fromBroker);
                if (produce && !now.after()) {
                    return;
                }
                send(toClient, response);
            }
        }
    }

    private static byte[] frame(DataInputStream in) throws IOException {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        return frame;
    }

    private static void send(DataOutputStream out, byte[] frame) throws IOException {
        out.write(ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame).array());
        out.flush();
    }

    private interface Task {
        void run() throws Exception;
    }

    /** Runs a task in a thread that ends with it; a connection that broke is no error here. */
    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // closed by one side
            } catch (Exception e) {
                e.printStackTrace();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : listening) {
            server.close();
        }
    }
}
