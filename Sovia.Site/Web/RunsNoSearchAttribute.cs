namespace Sovia.Web;

/// <summary>Marks an endpoint that runs no search, so that no collections are read for it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RunsNoSearchAttribute : Attribute;
