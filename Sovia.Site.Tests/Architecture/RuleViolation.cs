namespace Sovia.Tests.Architecture;

/// <summary>A rule broken, and where.</summary>
public sealed record RuleViolation(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
