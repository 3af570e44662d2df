"""What is shared by the tests of scripts stands beside them."""
