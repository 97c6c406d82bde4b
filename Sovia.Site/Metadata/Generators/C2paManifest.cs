namespace Sovia.Metadata.Generators;

/// <summary>Parses images whose only metadata is a C2PA manifest: OpenAI's, Firefly's, FLUX's.</summary>
internal sealed class C2paManifest : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts) =>
        texts.Credentials is { } credentials ? new() { Generator = credentials.ClaimGenerator ?? EmbeddedMetadata.UnknownGenerator } : null;
}
