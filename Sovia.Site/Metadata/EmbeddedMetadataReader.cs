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
    private static readonly IMetadataFormat[] Generators =
    [
        new Grok(), new GrokRecord(), new SwarmUi(), new Automatic1111(), new EasyDiffusion(), new InvokeAi(), new NovelAi(), new ComfyUi(),
        new Fooocus(), new DrawThings(), new Midjourney(),
        new SoftwareName(), new Tc260(), new Iptc(), new C2paManifest(), new DownloadScriptText(),
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
        var found = new EmbeddedTexts();
        Collect(new BoundedFileReader(stream, ct), found);
        return Understood(found);
    }

    /// <summary>Parses the stored texts of an earlier result again, without the file.</summary>
    internal static EmbeddedMetadata Reparse(EmbeddedMetadata before)
    {
        var found = new EmbeddedTexts();
        foreach (var (key, text) in before.Raw)
            if (key.Split(':', 2) is [var place, var name])
                found.Add(place, name, text);
        // The manifest is not stored among the texts, only its result.
        if (before.HasContentCredentials) found.Credentials = new(before.Generator, before.DeclaredAi == true);
        return Understood(found) is { } made
            ? made with { DeclaredAi = made.DeclaredAi ?? before.DeclaredAi, HasContentCredentials = before.HasContentCredentials }
            : before with { Version = Version };
    }

    private static EmbeddedMetadata? Understood(EmbeddedTexts found) =>
        Generators.Select(generator => generator.Read(found)).FirstOrDefault(read => read is not null) is { } made ? Completed(made, found)
        : null;

    private static void Collect(BoundedFileReader file, EmbeddedTexts found)
    {
        switch (MediaType.Detect(file.ReadUpTo(0, file.Length, MediaType.HeaderLength)).Extension)
        {
            case ".png": PngChunks.Read(file, found); break;
            case ".jpg": JpegSegments.Read(file, found); break;
            case ".webp": WebpChunks.Read(file, found); break;
            case ".mp4" or ".mov" or ".m4a" or ".avif" or ".heic": IsoMediaMetadata.Read(file, found); break;
            case ".webm" or ".mkv": MatroskaTags.Read(file, found); break;
        }
    }

    private static EmbeddedMetadata Completed(EmbeddedMetadata made, EmbeddedTexts found) => made with
    {
        Prompt = SafeText.CleanOrNull(made.Prompt) ?? Iptc.FindPrompt(found),
        NegativePrompt = SafeText.CleanOrNull(made.NegativePrompt),
        Model = SafeText.CleanOrNull(made.Model),
        Seed = SafeText.CleanOrNull(made.Seed),
        Settings = made.Settings.Select(pair => (Key: SafeText.CleanOrNull(pair.Key), Value: SafeText.CleanOrNull(pair.Value)))
            .Where(pair => pair.Key is not null && pair.Value is not null).DistinctBy(pair => pair.Key).Take(MaxSettings)
            .ToDictionary(pair => pair.Key!, pair => pair.Value!),
        DeclaredAi = Iptc.ReadDeclaredAi(found) ?? Tc260.ReadDeclaredAi(found) ?? (found.Credentials is { DeclaredAi: true } ? true : null),
        HasContentCredentials = found.Credentials is not null,
        Version = Version,
        Raw = found.Texts,
    };
}
