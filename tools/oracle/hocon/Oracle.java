import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * Says what com.typesafe.config makes of a text: reads one base64 text a line, and writes a line for it: the word
 * "error", or for the text alone, and for it over the text of the first argument, the word "none" or its leaves. A leaf
 * is its kind and, in base64, its text and the elements of its path.
 */
public final class Oracle {
  public static void main(String[] args) throws Exception {
    Config below = ConfigFactory.parseString(new String(Base64.getDecoder().decode(args[0]), StandardCharsets.UTF_8));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line; (line = in.readLine()) != null; ) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      try {
        Config config = ConfigFactory.parseString(text, ConfigParseOptions.defaults().setIncluder(new Nothing()));
        System.out.println(leaves(config) + "\t" + leaves(config.withFallback(below)));
      } catch (ConfigException e) {
        System.out.println("error");
      } catch (StackOverflowError e) {
        System.out.println("error");
      }
    }
  }

  private static String leaves(Config config) {
    List<String> found = new ArrayList<>();
    try {
      walk(config.resolve(ConfigResolveOptions.noSystem().setAllowUnresolved(true)).root(), "", found);
    } catch (ConfigException | StackOverflowError e) {
      return "none";
    }
    return "leaves" + String.join("", found);
  }

  private static void walk(ConfigValue value, String path, List<String> found) {
    try {
      if (value instanceof ConfigObject) {
        ConfigObject object = (ConfigObject) value;
        TreeMap<String, ConfigValue> sorted = new TreeMap<>(object);
        if (sorted.isEmpty()) {
          found.add(" object:" + encode("") + (path.isEmpty() ? ":" : path));
        }
        sorted.forEach((key, inner) -> walk(inner, path + ":" + encode(key), found));
        return;
      }
      if (value instanceof ConfigList) {
        List<ConfigValue> items = new ArrayList<>((ConfigList) value);
        if (items.isEmpty()) {
          found.add(" list:" + encode("") + path);
        }
        for (int i = 0; i < items.size(); i++) {
          walk(items.get(i), path + ":" + encode("[" + i + "]"), found);
        }
        return;
      }
      switch (value.valueType()) {
        case STRING:
          found.add(" string:" + encode((String) value.unwrapped()) + path);
          break;
        case NULL:
          found.add(" null:" + encode("null") + path);
          break;
        default:
          found.add(" plain:" + encode(value.atKey("k").getString("k")) + path);
      }
    } catch (ConfigException.NotResolved e) {
      found.add(" unknown:" + encode("") + path);
    }
  }

  private static String encode(String s) {
    StringBuilder whole = new StringBuilder();
    s.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c).forEach(whole::appendCodePoint);
    return Base64.getEncoder().encodeToString(whole.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Finds none of the files that are included. */
  private static final class Nothing implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
      return ConfigFactory.empty().root();
    }
  }
}
