namespace Sovia.Storage;

/// <summary>A key with which forms and cookies are protected, shared by all sites on the database.</summary>
/// <param name="Id">The name the framework gave it.</param>
/// <param name="Xml">The key as the framework writes it.</param>
public sealed record ProtectionKey(string Id, string Xml);
