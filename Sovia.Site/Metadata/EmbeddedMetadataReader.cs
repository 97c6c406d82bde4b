using Sovia.Metadata.Containers;
using Sovia.Metadata.Generators;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata;

/// <summary>Reads the metadata that generators and tools embedded in a file.</summary>
public static class EmbeddedMetadataReader
{
    /// <summary>Version of the parser. Raise it when texts are parsed differently, so that stored texts are parsed again.</summary>
    public const int Version = 2;

    private const int MaxSettings = 512;

    // The first format that recognises the texts wins. Several programs imitate another's format, so unmistakable formats come first and
    // vague ones last.
    private static readonly IMetadataFormat[] Formats =
    [
        new Grok(), new GrokRecord(), new SwarmUi(), new Automatic1111(), new EasyDiffusion(), new InvokeAi(), new NovelAi(), new ComfyUi(),
        new Fooocus(), new DrawThings(), new Midjourney(),
        new SoftwareName(), new Tc260Label(), new Iptc(), new C2paManifest(), new DownloadScriptText(),
    ];

    /// <summary>Reads the metadata, or null if there is none. From a damaged file, reads what precedes the damage.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="IOException">The file cannot be opened. Its content never causes an exception.</exception>
    public static Task<EmbeddedMetadata?> ReadAsync(string path, CancellationToken ct) => Task.Run(() => Read(path, ct), ct);

    private static EmbeddedMetadata? Read(string path, CancellationToken ct)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(stream, ct);
    }

    /// <summary>Reads the metadata of an open file.</summary>
    internal static EmbeddedMetadata? Read(Stream stream, CancellationToken ct)
    {
        var texts = new EmbeddedTexts();
        CollectTexts(new BoundedFileReader(stream, ct), texts);
        return ParseTexts(texts);
    }

    /// <summary>Parses the stored texts of an earlier result again, without the file.</summary>
    internal static EmbeddedMetadata Reparse(EmbeddedMetadata before)
    {
        var texts = new EmbeddedTexts();
        foreach (var (key, text) in before.Raw)
            if (key.Split(':', 2) is [var place, var name])
                texts.Add(place, name, text);
        // The manifest is not stored among the texts, only its result.
        if (before.HasContentCredentials) texts.Credentials = new(before.Generator, before.DeclaredAi == true);
        return ParseTexts(texts) is { } metadata
            ? metadata with { DeclaredAi = metadata.DeclaredAi ?? before.DeclaredAi, HasContentCredentials = before.HasContentCredentials }
            : before with { Version = Version };
    }

    private static EmbeddedMetadata? ParseTexts(EmbeddedTexts texts) =>
        Formats.Select(format => format.Read(texts)).FirstOrDefault(m => m is not null) is { } metadata ? Complete(metadata, texts)
        : null;

    private static void CollectTexts(BoundedFileReader file, EmbeddedTexts texts)
    {
        switch (MediaType.Detect(file.ReadUpTo(0, file.Length, MediaType.HeaderLength)).Extension)
        {
            case ".png": PngMetadataReader.Read(file, texts); break;
            case ".jpg": JpegMetadataReader.Read(file, texts); break;
            case ".webp": WebpMetadataReader.Read(file, texts); break;
            case ".mp4" or ".mov" or ".m4a" or ".avif" or ".heic": IsoMediaMetadataReader.Read(file, texts); break;
            case ".webm" or ".mkv": MatroskaTags.Read(file, texts); break;
        }
    }

    private static EmbeddedMetadata Complete(EmbeddedMetadata metadata, EmbeddedTexts texts) => metadata with
    {
        Prompt = SafeText.CleanOrNull(metadata.Prompt) ?? Iptc.FindPrompt(texts),
        NegativePrompt = SafeText.CleanOrNull(metadata.NegativePrompt),
        Model = SafeText.CleanOrNull(metadata.Model),
        Seed = SafeText.CleanOrNull(metadata.Seed),
        Settings = metadata.Settings.Select(pair => (Key: SafeText.CleanOrNull(pair.Key), Value: SafeText.CleanOrNull(pair.Value)))
            .Where(pair => pair.Key is not null && pair.Value is not null).DistinctBy(pair => pair.Key).Take(MaxSettings)
            .ToDictionary(pair => pair.Key!, pair => pair.Value!),
        DeclaredAi = Iptc.ReadDeclaredAi(texts) ?? Tc260Label.ReadDeclaredAi(texts)
            ?? (texts.Credentials is { DeclaredAi: true } ? true : null),
        HasContentCredentials = texts.Credentials is not null,
        Version = Version,
        Raw = texts.Texts,
    };
}
