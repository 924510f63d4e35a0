// The engine's side of the comparison with the reference implementation: one request per line in, one answer per
// line out. tests/conformance/oracle/run.mjs starts it and asks.
using System.Text;
using ThreadGraph.Conformance.Protocol;

Console.InputEncoding = new UTF8Encoding(false);
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
await using var output = Console.OpenStandardOutput();
await new RequestLoop(input, output).RunAsync();
