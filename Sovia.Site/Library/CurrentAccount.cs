namespace Sovia.Library;

/// <summary>Whose request this is. Today there is one account; when there are more, this is the one place that tells them apart.</summary>
public sealed class CurrentAccount
{
    /// <summary>The account's name, as the history shows it.</summary>
    public string Name { get; } = "You";
}
