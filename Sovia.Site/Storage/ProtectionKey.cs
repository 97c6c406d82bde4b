namespace Sovia.Storage;

/// <summary>
/// A key with which forms and cookies are protected, shared by all sites on the database. It belongs to no library: whoever comes is
/// answered with the same keys. The table has a tenant as all have, and the keys lie under that of the only account, where earlier versions
/// put them.
/// </summary>
/// <param name="Id">The name the framework gave it.</param>
/// <param name="Xml">The key as the framework writes it.</param>
public sealed record ProtectionKey(string Id, string Xml);
