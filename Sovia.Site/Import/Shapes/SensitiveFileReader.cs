using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// The files of an account export about sign-ins and payments. Files with a known name are never opened; files with another name are
/// recognised by content and skipped.
/// </summary>
internal sealed class SensitiveFileReader : IExportReader
{
    private static readonly string[] FileNames = ["prod-mc-auth-mgmt-api.json", "prod-mc-billing.json"];

    /// <summary>The message for the user.</summary>
    public const string Reason =
        "This file of an account export contains sign-in or payment data. Sovia did not read it. Import prod-grok-backend.json or the "
        + "whole archive.";

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Unknown;

    /// <summary>True for the name of a file with sign-in or payment data.</summary>
    public static bool IsSensitiveName(string path) =>
        FileNames.Contains(path[(path.LastIndexOfAny(['/', '\\']) + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        outline.HasAny("balance_map") || (outline.HasAny("user.email", "user.birthDate") && outline.HasArray("sessions"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => JsonValueAction.ReadItem;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [context.CreateIssue(IssueCode.SensitiveFile, "$", Reason, rejected: true)];
}
