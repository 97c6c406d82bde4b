using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sovia.Api;

/// <summary>How the API writes JSON: names in snake_case, every property there, text as it is.</summary>
internal static class ApiJson
{
    /// <summary>The options.</summary>
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers with a value.</summary>
    public static IResult ToResult<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);
}
