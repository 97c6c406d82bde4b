using System.Text.Json.Serialization;

namespace Sovia.Curation;

/// <summary>Annotations as Marten writes them, without its serializer's reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Annotation))]
[JsonSerializable(typeof(ChangedPost))]
[JsonSerializable(typeof(FieldsLeft))]
internal sealed partial class CurationJson : JsonSerializerContext;
