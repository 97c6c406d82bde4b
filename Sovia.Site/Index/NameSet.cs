namespace Sovia.Index;

/// <summary>A combination of names that some rows share.</summary>
/// <param name="Models">All models.</param>
/// <param name="Modes">All modes.</param>
/// <param name="Hosts">The hosts of URLs; an empty one for a member without a URL.</param>
internal sealed record NameSet(string[] Models, string[] Modes, string[] Hosts)
{
    /// <summary>Returns the names in a column.</summary>
    public string[] GetNames(string column) => column switch { "models" => Models, "modes" => Modes, _ => Hosts };
}
