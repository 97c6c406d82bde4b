using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>
/// Deserialises documents as Marten stores them, but without its session, because generated code takes half the time.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Family))]
[JsonSerializable(typeof(Post))]
internal sealed partial class LibraryJson : JsonSerializerContext;
