import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/**
 * Says what java.util.Properties makes of a text: reads one base64 text a line, and writes a line with the
 * base64 of every key and value in the order in which they are put, or the word "error".
 */
public final class Oracle {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line; (line = in.readLine()) != null; ) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      StringBuilder out = new StringBuilder();
      Properties recorder = new Properties() {
        @Override
        public synchronized Object put(Object key, Object value) {
          out.append(' ').append(encode((String) key)).append(' ').append(encode((String) value));
          return super.put(key, value);
        }
      };
      try {
        recorder.load(new StringReader(text));
        System.out.println("pairs" + out);
      } catch (IllegalArgumentException e) {
        System.out.println("error");
      }
    }
  }

  private static String encode(String s) {
    StringBuilder whole = new StringBuilder();
    s.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c).forEach(whole::appendCodePoint);
    return "_" + Base64.getEncoder().encodeToString(whole.toString().getBytes(StandardCharsets.UTF_8));
  }
}
