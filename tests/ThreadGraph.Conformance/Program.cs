// The engine's side of the comparison with the reference implementation: one request per line in, one answer per
// line out. tests/conformance/oracle asks.
using System.Text;
using ThreadGraph.Conformance.Protocol;

using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
await using var output = Console.OpenStandardOutput();
await new RequestLoop(input, output).RunAsync();
