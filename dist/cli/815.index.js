module.exports=require("../main/815.index.js");
