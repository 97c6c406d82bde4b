using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Api.Docs;
using Sovia.Library;
using Sovia.Preferences.Legacy;

namespace Sovia.Api;

/// <summary>Maps the library's user and their preferences, in the format of 8xSovia's API.</summary>
public static class UserEndpoints
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>Maps <c>/api/users</c>.</summary>
    public static void MapUsers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/users", (CurrentAccount account) => ApiJson.ToResult(new[] { new UserJson(GetId(account), account.Name, null) }))
            .WithSummary("Lists the user of the library")
            .ProducesJson<IReadOnlyList<UserJson>>("""[{"id":"5b8e2b1c-6a0f-8d43-9c1e-2f4a6b8d0c35","username":"user","email":null}]""");
        app.MapGet("/api/users/{id}/preferences", GetAsync).WithSummary("Returns preferences and presets in the format of 8xSovia")
            .ProducesJson<PreferencesJson>(
                """{"id":"0d9c7f5e-1b3a-8c2d-9e4f-6a8b0c2d4e57","user_id":"5b8e2b1c-6a0f-8d43-9c1e-2f4a6b8d0c35","preferences":{"layout":{"view_mode":"grid"}},"created_at":"2026-03-01T12:30:00Z","updated_at":"2026-03-01T12:30:00Z"}""").ProducesErrors((404, "user_not_found", "No user has this ID."));
        app.MapPut("/api/users/{id}/preferences", PutAsync).WithSummary("Replaces all preferences and applies those that Sovia supports")
            .AcceptsJson<PreferencesRequest>("""{"preferences":{"layout":{"view_mode":"grid"}}}""")
            .ProducesJson<PreferencesJson>(
                """{"id":"0d9c7f5e-1b3a-8c2d-9e4f-6a8b0c2d4e57","user_id":"5b8e2b1c-6a0f-8d43-9c1e-2f4a6b8d0c35","preferences":{"layout":{"view_mode":"grid"}},"created_at":"2026-03-01T12:30:00Z","updated_at":"2026-03-01T12:30:00Z"}""").ProducesInvalidBody().ProducesErrors((404, "user_not_found", "No user has this ID."))
            .ProducesErrors((413, "preferences_too_large", "Preferences can have at most 256 kB."),
                (422, "invalid_preferences", "“preferences” must be an object."));
    }

    private static async Task<IResult> GetAsync(string id, CurrentAccount account, ReadLegacyPreferences reader, CancellationToken ct) =>
        IsCurrentUser(id, account) ? await CreateResponseAsync(account, reader, ct) : NotFound();

    private static async Task<IResult> PutAsync(string id, HttpRequest request, CurrentAccount account, ImportLegacyPreferences importer,
        ReadLegacyPreferences reader, CancellationToken ct)
    {
        if (!IsCurrentUser(id, account)) return NotFound();
        if (await ReadBytesAsync(request, ct) is not { } bytes)
            return ApiProblem.Create(StatusCodes.Status413PayloadTooLarge, "preferences_too_large",
                $"Preferences can have at most {MaxBytes / 1024} kB.");
        if (ParseJson(bytes) is not { ValueKind: JsonValueKind.Object } body)
            return ApiProblem.InvalidBody(
                "The body must be a JSON object, such as {\"preferences\": {\"layout\": {\"view_mode\": \"grid\"}}}.");
        if (!ImportLegacyPreferences.IsValidUnicode(body)) return Invalid("A text in the body isn't Unicode.");
        if (!body.TryGetProperty("preferences", out var preferences) || preferences.ValueKind != JsonValueKind.Object)
            return Invalid("“preferences” must be an object.");
        await importer.RunAsync(preferences, replacesStored: true, ct);
        return await CreateResponseAsync(account, reader, ct);
    }

    private static async Task<IResult> CreateResponseAsync(CurrentAccount account, ReadLegacyPreferences reader, CancellationToken ct)
    {
        var (preferences, createdAt, updatedAt) = await reader.RunAsync(ct);
        return ApiJson.ToResult(new JsonObject
        {
            ["id"] = CreateGuid($"preferences of {account.Library}"),
            ["user_id"] = GetId(account),
            ["preferences"] = preferences,
            ["created_at"] = createdAt,
            ["updated_at"] = updatedAt,
        });
    }

    // Stops reading at the limit, because Content-Length cannot be trusted.
    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, CancellationToken ct)
    {
        using var stream = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            stream.Write(buffer, 0, count);
            if (stream.Length > MaxBytes) return null;
        }
        return stream.ToArray();
    }

    private static JsonElement? ParseJson(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsCurrentUser(string id, CurrentAccount account) => Guid.TryParse(id, out var userId) && userId == GetId(account);

    // Stable for a library across nodes and restarts.
    private static Guid GetId(CurrentAccount account) => CreateGuid($"user of {account.Library}");

    private static Guid CreateGuid(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"Sovia {text}"))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new(bytes, bigEndian: true);
    }

    private static IResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, "user_not_found", "No user has this ID.");

    private static IResult Invalid(string reason) =>
        ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_preferences", reason);
}
