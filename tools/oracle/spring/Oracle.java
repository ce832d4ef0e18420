import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Prints what Spring Boot makes of configuration files. Arguments of the form file:profiles give one
 * line a setting that it hands to a client: file, profiles, client, key and value between tabs. The
 * argument "scalars" gives the text of every plain YAML scalar on the lines of standard input.
 */
public class Oracle {
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    static class Application {}

    @EnableKafkaStreams
    static class StreamsApplication extends Application {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("scalars")) {
            scalars(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            return;
        }
        for (String arg : args) {
            int colon = arg.indexOf(':');
            clients(arg.substring(0, colon), arg.substring(colon + 1));
        }
    }

    static void clients(String file, String profiles) {
        try (ConfigurableApplicationContext context = start(StreamsApplication.class, file, profiles)) {
            print(file, profiles, context);
        } catch (RuntimeException e) { // perhaps it only lacks an application id
            try (ConfigurableApplicationContext context = start(Application.class, file, profiles)) {
                print(file, profiles, context);
            } catch (RuntimeException refused) {
                System.err.println(refused);
                System.out.println(name(file) + "\t" + profiles + "\trefused");
            }
        }
    }

    static ConfigurableApplicationContext start(Class<?> application, String file, String profiles) {
        SpringApplication app = new SpringApplication(application);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setBannerMode(Banner.Mode.OFF);
        app.setLogStartupInfo(false);
        app.setDefaultProperties(Map.of(
                "spring.config.location", "file:" + file,
                "spring.main.lazy-initialization", "true",
                "spring.kafka.streams.auto-startup", "false",
                "logging.level.root", "off",
                "spring.profiles.active", profiles,
                "TRUST_PASSWORD", "?", "SASL_JAAS", "?"));
        return app.run();
    }

    static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    static void print(String file, String profiles, ConfigurableApplicationContext context) {
        print(file, profiles, "consumer", context.getBean(ConsumerFactory.class).getConfigurationProperties());
        print(file, profiles, "producer", context.getBean(ProducerFactory.class).getConfigurationProperties());
        print(file, profiles, "admin", context.getBean(KafkaAdmin.class).getConfigurationProperties());
        context.getBeanProvider(KafkaStreamsConfiguration.class)
                .ifAvailable(streams -> print(file, profiles, "streams", streams.asProperties()));
    }

    static void print(String file, String profiles, String client, Map<?, ?> settings) {
        Map<String, String> sorted = new TreeMap<>();
        settings.forEach((key, value) -> sorted.put(String.valueOf(key), text(value)));
        sorted.forEach((key, value) -> System.out.println(String.join("\t", name(file), profiles, client, key, value)));
    }

    static String text(Object value) {
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }

    static void scalars(String lines) {
        for (String line : lines.split("\n")) {
            LoaderOptions loader = new LoaderOptions();
            DumperOptions dumper = new DumperOptions();
            Yaml yaml = new Yaml(new SafeConstructor(loader), new Representer(dumper), dumper, loader, new NoTimestamps());
            System.out.println(line + "\t" + ((List<?>) yaml.load("- " + line)).get(0));
        }
    }

    /** As in Spring Boot's OriginTrackedYamlLoader. */
    static class NoTimestamps extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (tag != Tag.TIMESTAMP) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
