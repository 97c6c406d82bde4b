using System.Text.Json.Serialization;

namespace Sovia.Curation;

/// <summary>Source-generated JSON of annotations in Marten's format, without the cost of reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Annotation))]
[JsonSerializable(typeof(ChangedPost))]
[JsonSerializable(typeof(FieldsLeft))]
internal sealed partial class CurationJson : JsonSerializerContext;
