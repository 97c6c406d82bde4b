namespace Sovia.Index;

/// <summary>The names that some rows have.</summary>
/// <param name="Models">All models.</param>
/// <param name="Modes">All modes.</param>
/// <param name="Hosts">The hosts of addresses; an empty one for a member without an address.</param>
internal sealed record NameSet(string[] Models, string[] Modes, string[] Hosts)
{
    /// <summary>The names of a column.</summary>
    public string[] GetNames(string column) => column switch { "models" => Models, "modes" => Modes, _ => Hosts };
}
