using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sovia.Api;

/// <summary>A family in the format of 8xSovia's API (<see cref="MediaPostJson"/>), serialised, so that responses copy it.</summary>
/// <param name="Utf8">The JSON object.</param>
[JsonConverter(typeof(Converter))]
internal sealed record FamilyJson(byte[] Utf8)
{
    /// <summary>Serialises a family.</summary>
    public static FamilyJson From(MediaPostJson family) => new(JsonSerializer.SerializeToUtf8Bytes(family, ApiJson.Options));

    private sealed class Converter : JsonConverter<FamilyJson>
    {
        public override FamilyJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Families are only written.");

        public override void Write(Utf8JsonWriter writer, FamilyJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8, skipInputValidation: true);
    }
}
