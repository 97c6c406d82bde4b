using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sovia.Api;

/// <summary>The JSON format of the API: snake_case names, null properties included, text unescaped.</summary>
internal static class ApiJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcTimeConverter() },
    };

    /// <summary>Returns a JSON response.</summary>
    public static IResult ToResult<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);
}
