namespace Sovia.Tests.Architecture;

/// <summary>A type as its file declares it.</summary>
public sealed record TypeDeclaration(string Name, int Line, bool IsPublic, bool IsTopLevel);
