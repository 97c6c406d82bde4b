namespace Sovia.Metadata.Generators;

/// <summary>Pictures whose only word about themselves is a C2PA manifest: OpenAI's, Firefly's, FLUX's.</summary>
internal sealed class C2paManifest : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts found) =>
        found.Credentials is { } credentials ? new() { Generator = credentials.ClaimGenerator ?? EmbeddedMetadata.UnknownGenerator } : null;
}
