namespace Sovia.Import;

/// <summary>A post that undoing a run would lose something of.</summary>
/// <param name="Id">The post.</param>
/// <param name="Reason">What the user did to it, in words for the user.</param>
public sealed record PostKeptByUndo(Guid Id, string Reason);
