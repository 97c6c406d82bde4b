using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sovia.Api;

/// <summary>Writes times in UTC with <c>Z</c>, without zeros at the end of the fraction: <c>2026-03-01T12:30:00.5Z</c>.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        // Uses the writer's built-in format for UTC, which allocates no string.
        writer.WriteStringValue(value.UtcDateTime);
}
