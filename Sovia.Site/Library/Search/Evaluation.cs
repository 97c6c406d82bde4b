namespace Sovia.Library.Search;

/// <summary>The plain reading of a term, over a row in memory: what the SQL reading is held against.</summary>
public static class Evaluation
{
}
