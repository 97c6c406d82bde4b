namespace Sovia.Metadata;

/// <summary>
/// Knows how one program writes down what it made. To teach the reader another, write one of these and name it in
/// <see cref="EmbeddedMetadataReader"/>.
/// </summary>
internal interface IMetadataFormat
{
    /// <summary>What it wrote, or null where these texts are not its own. Never throws, whatever they hold.</summary>
    EmbeddedMetadata? Read(EmbeddedTexts found);
}
