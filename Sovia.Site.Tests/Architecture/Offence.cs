namespace Sovia.Tests.Architecture;

/// <summary>A rule broken, and where.</summary>
public sealed record Offence(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line}: {What}";
}
