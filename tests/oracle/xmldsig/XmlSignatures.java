import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The XML signatures of the JDK, as a second implementation.
 *
 * sign IN OUT KEY CERT FORM METHOD DIGEST: envelopes a signature of the element that has an ID.
 * verify IN CERT [DOCUMENT]: prints the state of the value and of each reference, those of a manifest included.
 */
public class XmlSignatures {
  private static final String DSIG = XMLSignature.XMLNS;

  public static void main(String[] args) throws Exception {
    if (args[0].equals("sign")) sign(args);
    else verify(args);
  }

  private static Document parse(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new File(file));
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      for (String name : new String[] {"ID", "Id"}) if (element.hasAttribute(name)) element.setIdAttribute(name, true);
    }
    return document;
  }

  private static X509Certificate certificate(String file) throws Exception {
    try (FileInputStream in = new FileInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static void sign(String[] args) throws Exception {
    Document document = parse(args[1]);
    String pem = Files.readString(Path.of(args[3])).replaceAll("-----[^-]+-----|\\s", "");
    X509Certificate certificate = certificate(args[4]);
    PrivateKey key =
        KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    boolean exclusive = args[5].contains("exc-c14n");
    C14NMethodParameterSpec form = exclusive ? new ExcC14NParameterSpec(List.of("saml2", "#default")) : null;
    Reference reference =
        factory.newReference(
            "#" + document.getDocumentElement().getAttribute("ID"),
            factory.newDigestMethod(args[7], null),
            List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(args[5], form)),
            null,
            null);
    SignedInfo info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(args[5], form),
            factory.newSignatureMethod(args[6], null),
            Collections.singletonList(reference));
    KeyInfoFactory infos = factory.getKeyInfoFactory();
    KeyInfo keyInfo = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
    DOMSignContext context = new DOMSignContext(key, document.getDocumentElement());
    context.setDefaultNamespacePrefix("ds");
    factory.newXMLSignature(info, keyInfo).sign(context);
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new File(args[2])));
  }

  private static void verify(String[] args) throws Exception {
    Document document = parse(args[1]);
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    DOMValidateContext context =
        new DOMValidateContext(certificate(args[2]).getPublicKey(), document.getElementsByTagNameNS(DSIG, "Signature").item(0));
    context.setProperty("org.jcp.xml.dsig.secureValidation", false);
    URIDereferencer usual = factory.getURIDereferencer();
    context.setURIDereferencer(
        (uri, where) -> {
          try {
            if (args.length > 3 && uri.getURI().startsWith("urn:oid:")) return new OctetStreamData(new FileInputStream(args[3]));
          } catch (java.io.IOException e) {
            throw new javax.xml.crypto.URIReferenceException(e);
          }
          return usual.dereference(uri, where);
        });
    XMLSignature signature = factory.unmarshalXMLSignature(context);
    System.out.println("value " + signature.getSignatureValue().validate(context));
    for (Object one : signature.getSignedInfo().getReferences())
      System.out.println("reference " + ((Reference) one).validate(context));
    for (Object object : signature.getObjects())
      for (Object content : ((XMLObject) object).getContent())
        if (content instanceof Manifest)
          for (Object one : ((Manifest) content).getReferences())
            System.out.println("manifest " + ((Reference) one).validate(context));
  }
}
