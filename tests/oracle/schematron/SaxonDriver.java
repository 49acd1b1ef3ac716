import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;

/**
 * Runs compiled rule sets over documents in one JVM. Arguments: a manifest of `S id xslt systemId`,
 * `R nameSuffix file` (a document that stands for an absent one) and `D document ids`, tab-separated.
 */
public final class SaxonDriver {
  public static void main(String[] args) throws Exception {
    Processor processor = new Processor(false);
    XsltCompiler compiler = processor.newXsltCompiler();
    Map<String, XsltExecutable> sets = new HashMap<>();
    Map<String, String> rebuilt = new HashMap<>();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    ErrorListener silent = new ErrorListener() {
      public void warning(TransformerException e) {}
      public void error(TransformerException e) {}
      public void fatalError(TransformerException e) {}
    };
    Map<String, Source> read = new HashMap<>();
    URIResolver resolver = (href, base) -> {
      for (Map.Entry<String, String> one : rebuilt.entrySet())
        if (href.endsWith(one.getKey())) return new StreamSource(new File(one.getValue()));
      return kept(href, base, processor, read);
    };
    for (String line : Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8)) {
      String[] parts = line.split("\t");
      long start = System.nanoTime();
      if (parts[0].equals("R")) rebuilt.put(parts[1], parts[2]);
      else if (parts[0].equals("S")) {
        Source source = new StreamSource(new FileInputStream(parts[2]), parts[3]);
        StringBuilder problems = new StringBuilder();
        compiler.setErrorListener(new ErrorListener() {
          public void warning(TransformerException e) {}
          public void error(TransformerException e) { problems.append(e.getMessage()).append("; "); }
          public void fatalError(TransformerException e) { problems.append(e.getMessage()).append("; "); }
        });
        try {
          sets.put(parts[1], compiler.compile(source));
          out.println("COMPILED\t" + parts[1] + "\t" + (System.nanoTime() - start) / 1000);
        } catch (SaxonApiException e) {
          out.println("REFUSED\t" + parts[1] + "\t" + (problems + e.getMessage()).replaceAll("\\s+", " "));
        }
      } else {
        XdmNode document = processor.newDocumentBuilder().build(new StreamSource(new File(parts[1])));
        long parsed = System.nanoTime();
        out.println("PARSED\t" + parts[1] + "\t" + (parsed - start) / 1000);
        for (String id : parts[2].split(",")) {
          XsltExecutable set = sets.get(id);
          if (set == null) continue;
          long begin = System.nanoTime();
          StringWriter text = new StringWriter();
          try {
            XsltTransformer transformer = set.load();
            transformer.setErrorListener(silent);
            transformer.setMessageListener((m, t, l) -> {});
            transformer.setURIResolver(resolver);
            transformer.setInitialContextNode(document);
            transformer.setDestination(processor.newSerializer(text));
            transformer.transform();
            out.println("BEGIN\t" + parts[1] + "\t" + id + "\t" + (System.nanoTime() - begin) / 1000);
            out.print(text);
            out.println("END");
          } catch (SaxonApiException e) {
            out.println("FAILED\t" + parts[1] + "\t" + id + "\t" + e.getMessage().replaceAll("\\s+", " "));
          }
        }
      }
      out.flush();
    }
  }

  /** A value set that rules read, parsed once for all documents; what is absent is left to Saxon to miss. */
  private static Source kept(String href, String base, Processor processor, Map<String, Source> read) {
    String address = href;
    try {
      address = new java.net.URI(base).resolve(href).toString();
      if (!read.containsKey(address))
        read.put(
            address,
            processor.newDocumentBuilder().build(new StreamSource(address)).getUnderlyingNode());
      return read.get(address);
    } catch (Exception absent) {
      return new StreamSource(address);
    }
  }
}
