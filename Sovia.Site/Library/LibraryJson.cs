using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>Reads documents as Marten stores them, without its session: generated code takes half the time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Family))]
[JsonSerializable(typeof(Post))]
internal sealed partial class LibraryJson : JsonSerializerContext;
