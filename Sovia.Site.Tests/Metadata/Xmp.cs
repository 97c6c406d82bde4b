namespace Sovia.Tests.Metadata;

/// <summary>An XMP packet as programs write it.</summary>
internal static class Xmp
{
    public static string With(string properties, string attributes = "") => $"""
        <?xpacket begin='{'\uFEFF'}' id='W5M0MpCehiHzreSzNTczkc9d'?>
        <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''
            xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'
            xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/' {attributes}>
        {properties}
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end='w'?>
        """;
}
