namespace Sovia.Metadata;

/// <summary>
/// Parses the metadata format of one program. To support another program, implement this interface and add the class to
/// <see cref="EmbeddedMetadataReader"/>.
/// </summary>
internal interface IMetadataFormat
{
    /// <summary>Parses the metadata, or returns null if the texts are not in this format. Never throws.</summary>
    EmbeddedMetadata? Read(EmbeddedTexts texts);
}
