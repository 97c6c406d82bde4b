using System.Xml;

namespace Sovia.Metadata.Containers;

/// <summary>
/// Reads the properties of an XMP packet by their local names, as in <c>xmp:DigitalSourceType</c>. Values in RDF lists belong to the
/// property that contains the list.
/// </summary>
internal static class XmpPacket
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Meta = "adobe:ns:meta/";
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static void Read(string packet, EmbeddedTexts texts)
    {
        var names = new Stack<string?>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(packet.Trim('\0', ' ', '\t', '\r', '\n', '\uFEFF')), Settings);
            while (reader.Read() && names.Count <= MaxDepth)
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element: ReadElement(reader, names, texts); break;
                    case XmlNodeType.EndElement: names.Pop(); break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when names.TryPeek(out var name)
                    && name is not null:
                        texts.Add("xmp", name, reader.Value); break;
                }
        }
        catch (XmlException)
        {
            // Damaged: keep the properties read so far.
        }
    }

    private static void ReadElement(XmlReader reader, Stack<string?> names, EmbeddedTexts texts)
    {
        var name = reader.NamespaceURI is Rdf or Meta ? names.TryPeek(out var parentName) ? parentName : null : reader.LocalName;
        if (!reader.IsEmptyElement) names.Push(name);
        for (var hasAttribute = reader.MoveToFirstAttribute(); hasAttribute; hasAttribute = reader.MoveToNextAttribute())
            if (reader.NamespaceURI == Rdf && reader.LocalName == "resource" && name is not null) texts.Add("xmp", name, reader.Value);
            else if (reader.NamespaceURI is not (Rdf or Meta or Xmlns or "" or "http://www.w3.org/XML/1998/namespace"))
                texts.Add("xmp", reader.LocalName, reader.Value);
    }
}
