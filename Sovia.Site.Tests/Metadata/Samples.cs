namespace Sovia.Tests.Metadata;

/// <summary>One file of each container, with every kind of place a text can stand in.</summary>
internal static class Samples
{
    private const string Info =
        "a quay, <lora:x:1>\nNegative prompt: gulls\nSteps: 3, Seed: 4, Size: 8x8, Hashes: {\"a\": \"b, c: d\"}, Civitai resources: "
        + "[{\"type\":\"checkpoint\"}]";
    private const string Graph =
        """{"1":{"class_type":"KSampler","inputs":{"seed":1,"cfg":NaN,"positive":["2",0],"latent_image":["3",0]}},"2":{"class_type":"CLIPTextEncode","inputs":{"text":"a \u00e9 \ud83d\ude00"}},"3":{"class_type":"Empty","inputs":{"width":8,"height":8}}}""";
    private const string Swarm = """{"sui_image_params":{"prompt":"x","seed":1,"width":8}}""";
    private const string Dream = "\"a barn [snow]\" -s 50 -S 1 -W 8";
    private const string Job = "a pier --ar 2:3 --no gulls Job ID: 11111111-2222-4333-8444-555555555555";

    private static readonly string Packet =
        Xmp.With("<exif:UserComment><rdf:Alt><rdf:li>{\"c\":\"x\",\"model\":\"m\",\"sampler\":\"s\"}</rdf:li></rdf:Alt></exif:UserComment>",
            "Iptc4xmpExt:DigitalSourceType='compositeSynthetic' TC260:AIGC='{\"Label\":\"1\"}'");
    private static readonly byte[] Store = BoxFile.Box("jumb", Bytes.Latin1("c2pa\u0074claim_generator_info\u00A1\u0064name\u0067Painter"));
    private static readonly Exif Tags = new Exif().Description("Signature: " + new string('A', 80))
        .Artist("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d").Comment("UNICODE\0", System.Text.Encoding.Unicode.GetBytes(Info));

    public static TheoryData<string> Names => [.. All.Keys];

    public static Dictionary<string, byte[]> All { get; } = new()
    {
        ["png a1111"] = new PngFile().PackedText("parameters", Info).Pixels().International("prompt", Graph, packed: true)
        .Chunk("caBX", Store).Chunk("eXIf", Tags.Build()).Build(),
        ["png comfy"] = new PngFile().Text("prompt", Graph).Text("workflow", """{"nodes":[],"links":[]}""").Pixels().Build(),
        ["png swarm"] = PngFile.WithText("parameters", Swarm),
        ["png invoke"] = PngFile.WithText("Dream", Dream),
        ["png midjourney"] = new PngFile().Text("Description", Job).Text("XML:com.adobe.xmp", Packet).Pixels().Build(),
        ["png hidden"] = StealthPng.With("stealth_pngcomp", Bytes.Gzip(Bytes.Utf8("""{"Description":"x","Software":"NovelAI"}""")), 8, 200),
        ["jpeg"] = new JpegFile().Exif(Tags).Jfif().Xmp(Packet).Comment(Swarm).Jumbf(1, 1, Store[..20])
        .Jumbf(1, 2, [.. Store[..8], .. Store[20..]]).Build(),
        ["webp"] = new WebpFile().Exif(Tags, bigEndian: true).Xmp(Packet).Chunk("C2PA", Store).Build(),
        ["avif"] = PictureItemTests.File(0, Bytes.Concat(Bytes.Big(0), Tags.Build()), Bytes.Utf8(Packet)),
        ["webm"] = MatroskaFile.With(knownLength: false, ("COMMENT", Info), ("PROMPT", Graph)),
        ["mp4"] = BoxFile.Mp4(BoxFile.KeyedTags(("workflow", "{}"), ("prompt", Graph)), BoxFile.FreeTag("comment", Info),
            BoxFile.Uuid("be7acfcb-97a9-42e8-9c71-999491e3afac", Bytes.Utf8(Packet))),
    };
}
