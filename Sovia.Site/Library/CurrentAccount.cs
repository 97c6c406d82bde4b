namespace Sovia.Library;

/// <summary>Whose request this is, and so whose library. Today there is one account; when there are more, this is the one place that tells them apart.</summary>
public sealed class CurrentAccount(CurrentTenant tenant)
{
    /// <summary>The account's name, as the history shows it.</summary>
    public string Name { get; } = tenant.Id.Length > 0 ? "You" : "";
}
